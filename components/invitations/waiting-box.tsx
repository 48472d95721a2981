"use client";

import { type ReactNode, useState } from "react";
import { BadgeBox, type BadgeLabel } from "@/components/invitations/badge-box";
import { useInvitationActions } from "@/components/invitations/not-joined-actions";
import { ResendWords } from "@/components/invitations/resend-words";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";

type Props = {
  rowId: string;
  label: BadgeLabel;
  /** Whom the button sends to. */
  to: { group: string } | { contact: string };
  words: string;
  /** What the button says; without it there is nothing to send, and the children say what to do instead. */
  send?: string;
  children?: ReactNode;
};

/** The box of `Waiting`, with the words it was given. */
export function WaitingBox({ rowId, label, to, words, send, children }: Props) {
  const { resendAll } = useInvitationActions();
  const [state, resend] = useAct(resendAll);
  const [isAnswered] = useState(state !== null);
  const [[field, value] = ["", ""]] = Object.entries(to);
  return (
    <BadgeBox rowId={rowId} label={label} isAnswered={isAnswered}>
      <p className="invitation-facts break">{words}</p>
      {send ? (
        <form action={resend}>
          <input type="hidden" name={field} value={value} />
          <Submit isWide data-resend>
            {send}
          </Submit>
        </form>
      ) : (
        children
      )}
      <ResendWords state={state} />
    </BadgeBox>
  );
}
