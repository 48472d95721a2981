import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Submit } from "@/components/ui/submit";
import type { PlainInvite } from "@/lib/actions/invitations";
import type { InviteAnswer, Outcome } from "@/lib/domain/views";
import { doneCount, doneWords, isDone } from "./invite-words";

type Props = { state: PlainInvite; typed: Record<string, string[]>; send: (form: FormData) => void };

/** The answer to the form without script: who was invited, who was not and why, and what can be done about it. */
export function PlainAnswer({ state, typed, send }: Props) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  if (!state) return null;
  if (!state.ok)
    return (
      <p role="alert" className="note note-danger">
        {[state.message, state.fields?.people].filter(Boolean).join(" ")}
      </p>
    );
  if (state.act === "undo") return <Done>{ui("undoneNothingSent")}</Done>;
  if (state.act === "resend") return <Done>{t("offers.resent", { name: state.data.sentTo })}</Done>;
  const { outcomes, leftOut } = state.data;
  const offer = (name: "undo" | "resend", value: string, label: string) => (
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
  return (
    <div role="status" className="note grid gap-2">
      {isDone(outcomes) && <p>{doneWords(outcomes, t)}</p>}
      {doneCount(outcomes) > 0 &&
        isHeld(state.data) &&
        offer("undo", state.typed.command?.[0] ?? "", ui("undo"))}
      <ul className="grid gap-1">
        {outcomes.filter(isRefused).map(({ input, name, status, reason, invitationId }) => (
          <li key={input} className="flex flex-wrap items-center gap-2">
            <span>
              <strong>{name}</strong>: {reason}
            </span>
            {status === "already_invited" && invitationId && offer("resend", invitationId, t("box.resend"))}
          </li>
        ))}
        {outcomes.filter(isNew).map(
          ({ input }) =>
            leftOut.includes(input) && (
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

const Done = ({ children }: { children: ReactNode }) => (
  <p role="status" className="note">
    {children}
  </p>
);
