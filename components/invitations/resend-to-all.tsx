"use client";

import { useActionState } from "react";
import { useInvitationActions } from "@/components/invitations/not-joined-actions";
import { ResendWords } from "@/components/invitations/resend-words";
import { Submit } from "@/components/ui/submit";

/** The button that sends to everybody in the workspace who has not joined, and what became of it. */
export function ResendToAll({ label }: { label: string }) {
  const { resendAll } = useInvitationActions();
  const [state, send] = useActionState(resendAll, null);
  return (
    <form action={send} className="panel-filter">
      <Submit isWide>{label}</Submit>
      <ResendWords state={state} />
    </form>
  );
}
