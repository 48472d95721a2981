"use client";

import { useInvitationActions } from "@/components/invitations/not-joined-actions";
import { ResendWords } from "@/components/invitations/resend-words";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";

/** The button that sends to everybody in the workspace who has not joined, and what became of it. */
export function ResendToAll({ label }: { label: string }) {
  const { resendAll } = useInvitationActions();
  const [state, send] = useAct(resendAll);
  return (
    <form action={send} className="panel-filter">
      <Submit isWide>{label}</Submit>
      <ResendWords state={state} />
    </form>
  );
}
