import type { Metadata } from "next";
import { redirect } from "next/navigation";
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

export const metadata: Metadata = { title: "Choose an organization" };

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
  return (
    <Card
      title={isLost ? "You are not in an organization yet" : "Choose an organization"}
      foot={<SignOutForm />}
    >
      {isLost && <p>Ask the person you work with to invite you at the address you signed in with.</p>}
      {only && <OrganizationList organizations={organizations} />}
      {invitations.length > 0 && <h2 className="text-16 font-semibold">Invitations</h2>}
      {invitations.map((offer) => (
        <OwnInvitation key={offer.invitationId} offer={offer} />
      ))}
      {requests.length > 0 && <h2 className="text-16 font-semibold">Requests to join</h2>}
      {requests.map((asked) => (
        <OwnRequest key={asked.request} asked={asked} now={new Date()} />
      ))}
    </Card>
  );
}
