"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { BadgeBox, type BadgeLabel } from "@/components/invitations/badge-box";
import type { InvitationWords } from "@/components/invitations/delivery-words";
import { type InvitationForms, useInvitationForms } from "@/components/invitations/not-joined-actions";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";

const load = () => import("@/components/invitations/not-joined-more");
const MoreForms = lazy(() => load().then((loaded) => ({ default: loaded.MoreForms })));
const preload = () => void load().catch(() => undefined);

/** What the box in the browser has to know of an invitation. */
type BoxWords = Omit<
  InvitationWords,
  "invitedOn" | "invitedBy" | "sentTo" | "delivery" | "expiry" | "isTrouble"
> & {
  more: string;
};

/** Whose invitation it is, and what may be done about it. */
export type Invited = {
  /** Of this row in the page; a person may stand in several. */
  rowId: string;
  contactId: string;
  name: string;
  invitationId: string;
  words: BoxWords;
  /** Only admins give new internal users another address, or hand their link over. */
  mayChange: boolean;
};

type Props = Invited & {
  label: BadgeLabel;
  facts: ReactNode;
  /** The address at which everything about this person stands in the page, for those without script. */
  morePath: string;
  isExpanded: boolean;
};

/**
 * The box of `NotJoined`, with the words it was given. The page brings resending along for every row; the rest, with
 * its words, is loaded when the box opens, or for one person.
 */
export function NotJoinedBox({ isExpanded, label, facts, morePath, ...props }: Props) {
  const { rowId, words } = props;
  const answers = useInvitationForms(words.linkKey);
  const [isAnswered] = useState(answers.latest !== null);
  const [isOpened, setOpened] = useState(false);
  const status = <Status answers={answers} wait={words.wait} />;
  return (
    <>
      <BadgeBox
        rowId={rowId}
        label={label}
        isAnswered={isAnswered}
        onNear={preload}
        onOpen={() => setOpened(true)}
      >
        {facts}
        <Resend {...props} answers={answers} />
        {isAnswered ? (
          <MoreForms {...props} answers={answers} status={status} />
        ) : isOpened ? (
          <Suspense fallback={status}>
            <MoreForms {...props} answers={answers} status={status} />
          </Suspense>
        ) : (
          <noscript>
            <a href={morePath} className="menu-item">
              {words.more}
            </a>
          </noscript>
        )}
      </BadgeBox>
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

type ResendProps = { invitationId: string; words: BoxWords; answers: InvitationForms };

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
