"use client";

import { type ReactNode, useActionState, useState } from "react";
import { useInvitationActions } from "@/components/invitations/not-joined-actions";
import { ResendWords } from "@/components/invitations/resend-words";
import { Submit } from "@/components/ui/submit";

type Props = {
  rowId: string;
  /** Whom the button sends to. */
  to: { group: string } | { contact: string };
  /** What stands on the button that opens the box, and what the box is called. */
  button: string;
  box: string;
  words: string;
  /** What the button says; without it there is nothing to send, and the children say what to do instead. */
  label?: string;
  children?: ReactNode;
};

/** The box of `WaitingBox`, with the words it was given. */
export function WaitingButton({ rowId, to, button, box, words, label, children }: Props) {
  const { resendAll } = useInvitationActions();
  const [state, send] = useActionState(resendAll, null);
  const [isAnswered] = useState(state !== null);
  const [[field, value] = ["", ""]] = Object.entries(to);
  const id = `invitation-${rowId}`;
  return (
    <>
      <button
        type="button"
        className="badge badge-warning hollow"
        popoverTarget={isAnswered ? undefined : id}
        aria-haspopup="dialog"
        aria-describedby={`name-${rowId}`}
      >
        {button}
      </button>
      <div
        id={id}
        popover={isAnswered ? undefined : "auto"}
        role="dialog"
        aria-label={box}
        className={`invitation ${isAnswered ? "invitation-open" : "popover"}`}
      >
        <p className="invitation-facts break">{words}</p>
        {label ? (
          <form action={send}>
            <input type="hidden" name={field} value={value} />
            <Submit isWide data-resend>
              {label}
            </Submit>
          </form>
        ) : (
          children
        )}
        <ResendWords state={state} />
      </div>
    </>
  );
}

/** The button of `ResendToAll`. */
export function ResendButton({ label }: { label: string }) {
  const { resendAll } = useInvitationActions();
  const [state, send] = useActionState(resendAll, null);
  return (
    <form action={send} className="panel-filter">
      <Submit isWide>{label}</Submit>
      <ResendWords state={state} />
    </form>
  );
}
