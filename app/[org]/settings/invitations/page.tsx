import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationsForm } from "@/components/settings/invitations-form";
import { answering } from "@/components/shell/answering";
import { boundAt } from "@/components/ui/bound-at";
import { Words } from "@/components/ui/words";
import { saveInvitationSettingsAction } from "@/lib/actions/settings";
import { contextFor, onPage } from "@/lib/context";
import { getInvitationSettings } from "@/lib/domain/settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tab.invitations") };
}

type Props = { params: Promise<{ org: string }> };

export default answering(async function InvitationSettingsPage({ params }: Props) {
  const { org } = await params;
  const path = `/${org}/settings/invitations`;
  const ctx = await onPage(contextFor(org), path);
  const { fields, isYoung } = await onPage(getInvitationSettings(ctx), path);
  return (
    <Words of={["settings"]}>
      <InvitationsForm
        save={boundAt(saveInvitationSettingsAction, { org })}
        stored={fields}
        isYoung={isYoung}
      />
    </Words>
  );
});
