"use client";

import { useTranslations } from "next-intl";
import { UndoForm } from "@/components/invitations/undo-form";
import { boundAt } from "@/components/ui/bound-at";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { inviteToPortalAction, type PortalAnswer, resendPortalAction } from "@/lib/actions/contacts";
import type { SaidResend } from "@/lib/actions/outcomes";
import type { FormState } from "@/lib/actions/run";
import type { RoomWords } from "@/lib/words/room";

type Props = { org: string; contact: { id: string; name: string }; command: string; isOpen: boolean };

/** Sends somebody who has not joined an invitation to the portal: the first one, or the open one again. */
export function ContactPortal({ org, contact, command, isOpen }: Props) {
  const t = useTranslations("contacts");
  const [invited, invite] = useAct(boundAt(inviteToPortalAction, { org }));
  const [resent, resend] = useAct(boundAt(resendPortalAction, { org }));
  const held = invited?.ok && !(isOpen && resent) ? invited.data.undo : null;
  const answer =
    isOpen && resent ? resentWords(contact.name, resent, t) : invitedWords(contact.name, invited, t);
  const isTakenBack = !isOpen && answer?.isError === false;
  return (
    <>
      <form action={isOpen ? resend : invite}>
        {!isOpen && <input type="hidden" name="command" value={command} />}
        <input type="hidden" name="contacts" value={contact.id} />
        <Submit>{t(isOpen ? "row.resend" : "portal.send")}</Submit>
        <StatusLine text={isTakenBack ? null : (answer?.text ?? null)} isError={answer?.isError} />
      </form>
      {held && <UndoForm key={held} org={org} workspace={null} command={held} />}
    </>
  );
}

type Words = RoomWords<"contacts">;
type Said = { text: string; isError: boolean } | null;

function invitedWords(name: string, state: FormState<PortalAnswer>, t: Words): Said {
  if (!state) return null;
  if (!state.ok) return { text: state.message, isError: true };
  const [outcome] = state.data.outcomes;
  if (outcome?.status === "invited") return { text: t("portal.invited", { name }), isError: false };
  const reason = outcome?.reason && sentence(outcome.reason);
  return { text: reason ? t("portal.notSent", { reason }) : t("portal.nobodyFound"), isError: true };
}

const sentence = (words: string) => (words.endsWith(".") ? words : `${words}.`);

/** What became of sending one person's invitation again. */
function resentWords(name: string, state: FormState<SaidResend>, t: Words): Said {
  if (!state) return null;
  if (!state.ok) return { text: state.message, isError: true };
  if (state.data.sent > 0) return { text: t("portal.sentAgain", { name }), isError: false };
  return { text: state.data.skipped.reasons[0]?.reason ?? t("portal.nothingSent"), isError: true };
}
