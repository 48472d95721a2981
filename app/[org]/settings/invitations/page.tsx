import type { Metadata } from "next";
import { InvitationsForm } from "@/components/settings/invitations-form";
import { answering } from "@/components/shell/answering";
import { boundAt } from "@/components/ui/bound-at";
import { saveInvitationSettingsAction } from "@/lib/actions/settings";
import { contextFor, onPage } from "@/lib/context";
import { getInvitationSettings } from "@/lib/domain/settings";

export const metadata: Metadata = { title: "Invitations" };

type Props = { params: Promise<{ org: string }> };

export default answering(async function InvitationSettingsPage({ params }: Props) {
  const { org } = await params;
  const path = `/${org}/settings/invitations`;
  const ctx = await onPage(contextFor(org), path);
  const { fields, isYoung } = await onPage(getInvitationSettings(ctx), path);
  return (
    <InvitationsForm
      save={boundAt(saveInvitationSettingsAction, { org })}
      stored={fields}
      isYoung={isYoung}
    />
  );
});
