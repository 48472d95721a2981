"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { InvitationWords } from "@/components/invitations/delivery-words";
import { type InvitationForms, useInvitationForms } from "@/components/invitations/not-joined-actions";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";

const load = () => import("@/components/invitations/not-joined-more");
const MoreForms = lazy(() => load().then((loaded) => ({ default: loaded.MoreForms })));
const preload = () => void load().catch(() => undefined);

export type NotJoinedProps = {
  /** Of this row in the page; a person may stand in several. */
  rowId: string;
  contactId: string;
  name: string;
  invitationId: string;
  words: InvitationWords;
  /** Only admins give new internal users another address, or hand their link over. */
  mayChange: boolean;
  /** The address at which everything about this person stands in the page, for those without script. */
  morePath: string;
  isExpanded: boolean;
};

/**
 * The "Not Joined" box: a button, and what there is to know and to do about the invitation. The page
 * brings resending along for every row; the rest is loaded when the box opens, or for one person.
 */
export function NotJoined({ isExpanded, ...props }: NotJoinedProps) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  const { rowId, name, words } = props;
  const answers = useInvitationForms(name);
  const [isAnswered] = useState(answers.latest !== null);
  const [isOpened, setOpened] = useState(false);
  const id = `invitation-${rowId}`;
  const status = <Status answers={answers} wait={words.wait} />;
  return (
    <>
      <button
        type="button"
        className="badge badge-warning hollow"
        popoverTarget={isAnswered ? undefined : id}
        aria-haspopup="dialog"
        aria-describedby={`name-${rowId}`}
        onPointerEnter={preload}
        onFocus={preload}
      >
        {ui("notJoined")}
      </button>
      <div
        id={id}
        popover={isAnswered ? undefined : "auto"}
        onBeforeToggle={() => setOpened(true)}
        role="dialog"
        aria-label={t("box.label", { name })}
        className={`invitation ${isAnswered ? "invitation-open" : "popover"}`}
      >
        <Facts words={words} />
        <Resend {...props} answers={answers} />
        {isAnswered ? (
          <MoreForms {...props} answers={answers} status={status} />
        ) : isOpened ? (
          <Suspense fallback={status}>
            <MoreForms {...props} answers={answers} status={status} />
          </Suspense>
        ) : (
          <noscript>
            <a href={props.morePath} className="menu-item">
              {t("box.more")}
            </a>
          </noscript>
        )}
      </div>
      {isExpanded && !isAnswered && (
        <noscript>
          <div className="invitation-open">
            <Resend {...props} answers={answers} />
            <MoreForms {...props} answers={answers} status={status} />
          </div>
        </noscript>
      )}
    </>
  );
}

function Facts({ words }: { words: InvitationWords }) {
  const t = useTranslations("invite");
  return (
    <div className="invitation-facts">
      <p>
        {t.rich("box.invited", {
          day: words.invitedOn,
          name: words.invitedBy,
          strong: (said) => <strong>{said}</strong>,
          b: (said) => <bdi>{said}</bdi>,
        })}
      </p>
      <p className="break">{words.sentTo}</p>
      <p className={words.isTrouble ? "error invitation-trouble" : undefined}>{words.delivery}</p>
      <p>{words.expiry}</p>
      {words.reminders === "resume" && <p>{t("box.remindersStopped")}</p>}
    </div>
  );
}

type ResendProps = { invitationId: string; words: InvitationWords; answers: InvitationForms };

function Resend({ invitationId, words, answers }: ResendProps) {
  if (!words.resendLabel) return null;
  return (
    <form action={answers.forms.resend}>
      <input type="hidden" name="invitation" value={invitationId} />
      <Submit isWide data-resend>
        {words.resendLabel}
      </Submit>
    </form>
  );
}

function Status({ answers: { latest }, wait }: { answers: InvitationForms; wait: string | null }) {
  return (
    <>
      <StatusLine text={latest?.text ?? null} isError={latest?.isError} />
      {!latest && wait && <p className="hint">{wait}</p>}
    </>
  );
}
