import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Submit } from "@/components/ui/submit";
import type { PlainInvite } from "@/lib/actions/invitations";
import type { FormState } from "@/lib/actions/run";
import type { InviteAnswer, Outcome } from "@/lib/domain/views";
import { doneCount, doneWords } from "./invite-words";

type Props = { state: PlainInvite; typed: Record<string, string[]>; send: (form: FormData) => void };

/** The answer to the form without script: who was invited, who was not and why, and what can be done about it. */
export function PlainAnswer({ state, typed, send }: Props) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  if (!state) return null;
  const { answer, undone, resent } = state;
  const act = (name: "undo" | "resend", value: string, label: string) => (
    <form action={send}>
      {Object.entries(typed).flatMap(([field, values]) =>
        values.map((text, i) =>
          field === "command" ? null : (
            <input key={`${field}-${i.toString()}`} type="hidden" name={field} value={text} />
          ),
        ),
      )}
      <Submit name={name} value={value} size="small">
        {label}
      </Submit>
    </form>
  );
  if (undone) return <Said state={undone}>{ui("undoneNothingSent")}</Said>;
  if (resent)
    return <Said state={resent}>{resent.ok && t("offers.resent", { name: resent.data.sentTo })}</Said>;
  if (!answer?.ok) return <Said state={answer} />;
  return (
    <div role="status" className="note grid gap-2">
      {doneCount(answer.data.outcomes) > 0 && <p>{doneWords(answer.data.outcomes, t)}</p>}
      {isHeld(answer.data) && act("undo", state.typed.command?.[0] ?? "", ui("undo"))}
      <ul className="grid gap-1">
        {answer.data.outcomes.filter(isRefused).map(({ input, name, status, reason, invitationId }) => (
          <li key={input} className="flex flex-wrap items-center gap-2">
            <span>
              <strong>{name}</strong>: {reason}
            </span>
            {status === "already_invited" && invitationId && act("resend", invitationId, t("box.resend"))}
          </li>
        ))}
        {answer.data.outcomes.filter(isNew).map(
          ({ input }) =>
            state.leftOut.includes(input) && (
              <li key={`name of ${input}`}>
                <strong>{input}</strong>: {t("people.nameLeftOut")}.
              </li>
            ),
        )}
      </ul>
    </div>
  );
}

const isHeld = ({ heldUntil }: InviteAnswer) => heldUntil !== null && heldUntil.getTime() > Date.now();

const isNew = ({ status }: Outcome) => status === "invited";

const isRefused = ({ status }: Outcome) => !/^(?:invited|added)$/.test(status);

function Said({ state, children }: { state: FormState<unknown>; children?: ReactNode }) {
  if (!state) return null;
  if (state.ok)
    return (
      <p role="status" className="note">
        {children}
      </p>
    );
  return (
    <p role="alert" className="note note-danger">
      {[state.message, state.fields?.people].filter(Boolean).join(" ")}
    </p>
  );
}
