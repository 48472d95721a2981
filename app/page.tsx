import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignedOutScreen } from "@/components/shell/dead-ends";
import { Card } from "@/components/sign-in/card";
import { OrganizationList } from "@/components/sign-in/organization-list";
import { OwnInvitation } from "@/components/sign-in/own-invitation";
import { OwnRequest } from "@/components/sign-in/own-request";
import { SignOutForm } from "@/components/sign-in/sign-out-form";
import { isAfterForm } from "@/lib/after-form";
import { contextFor, userContext } from "@/lib/context";
import { listOwnRequests } from "@/lib/domain/join-requests";
import { listOwnInvitations, listOwnOrganizations } from "@/lib/domain/own";
import { isInstallationEmpty } from "@/lib/domain/setup";
import { landingPlace } from "@/lib/domain/timeline";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("installation");
  return { title: t("choose") };
}

export default async function RootPage() {
  const ctx = await userContext();
  if (!ctx.userId && (await isAfterForm())) return <SignedOutScreen />;
  if (!ctx.userId) redirect((await isInstallationEmpty(ctx)) ? "/setup" : "/sign-in");
  const [organizations, invitations, requests] = await Promise.all([
    listOwnOrganizations(ctx),
    listOwnInvitations(ctx),
    listOwnRequests(ctx),
  ]);
  const isAlone = invitations.length === 0 && requests.length === 0;
  const [only, ...others] = organizations;
  if (only && others.length === 0 && isAlone) redirect(await landingPlace(await contextFor(only.slug)));
  const isLost = !only && isAlone;
  const t = await getTranslations("installation");
  return (
    <Card title={t(isLost ? "lost" : "choose")} foot={<SignOutForm />}>
      {isLost && <p>{t("lostText")}</p>}
      {only && <OrganizationList organizations={organizations} />}
      {invitations.length > 0 && <h2 className="text-16 font-semibold">{t("invitations")}</h2>}
      {invitations.map((offer) => (
        <OwnInvitation key={offer.invitationId} offer={offer} />
      ))}
      {requests.length > 0 && <h2 className="text-16 font-semibold">{t("requests")}</h2>}
      {requests.map((asked) => (
        <OwnRequest key={asked.request} asked={asked} now={new Date()} />
      ))}
    </Card>
  );
}
