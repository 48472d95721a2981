"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useState } from "react";
import { useInvitationActions } from "@/components/invitations/not-joined-actions";
import { ResendWords } from "@/components/invitations/resend-words";
import { Submit } from "@/components/ui/submit";

type Props = {
  rowId: string;
  name: string;
  /** Whom the button sends to. */
  to: { group: string } | { contact: string };
  /** How many have not joined, of a group. */
  count?: number;
  words: string;
  /** What the button says; without it there is nothing to send, and the children say what to do instead. */
  label?: string;
  children?: ReactNode;
};

/** "Not Joined" of a group, or of somebody who was added quietly: what is the matter, and one button for it. */
export function WaitingBox({ rowId, name, to, count, words, label, children }: Props) {
  const t = useTranslations("invite");
  const { resendAll } = useInvitationActions();
  const [state, send] = useActionState(resendAll, null);
  const [isAnswered] = useState(state !== null);
  const ui = useTranslations("ui");
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
        {count === undefined ? ui("notJoined") : t("box.notJoined", { count })}
      </button>
      <div
        id={id}
        popover={isAnswered ? undefined : "auto"}
        role="dialog"
        aria-label={t("box.label", { name })}
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

/** The button that sends to everybody in the workspace who has not joined. */
export function ResendToAll() {
  const t = useTranslations("invite");
  const { resendAll } = useInvitationActions();
  const [state, send] = useActionState(resendAll, null);
  return (
    <form action={send} className="panel-filter">
      <Submit isWide>{t("resendAll.all")}</Submit>
      <ResendWords state={state} />
    </form>
  );
}
