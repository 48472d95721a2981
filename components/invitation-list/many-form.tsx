"use client";

import { useActionState, useEffect, useRef } from "react";
import {
  buttonWords,
  doneWords,
  type ManyAct,
  manyInvitations,
} from "@/components/invitation-list/list-words";
import { boundAt } from "@/components/ui/bound-at";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LeftOut } from "@/components/ui/left-out";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { useSentForm } from "@/components/ui/use-sent-form";
import { type ManyState, undoCancelManyAction } from "@/lib/actions/invitation-list";
import type { InvitationAnswer, ManyView } from "@/lib/domain/invitation-acts";

export type ManyProps = {
  org: string;
  act: ManyAct;
  view: ManyView;
  /** Made with the page: the same form sent twice does everything once. */
  command: string;
  back: string;
  action: (state: ManyState, form: FormData) => Promise<ManyState>;
};

const effects: Record<ManyAct, string> = {
  resend:
    "Each person gets the same invitation again, with the same link. Who has joined, was sent to a moment ago or cannot be written to is skipped, and you are told why.",
  cancel:
    "Their links stop working at once, and messages that have not left are not sent. Who was invited stays in the list, and can be invited again.",
  stop: "Nobody is reminded of them any more; their links keep working. “Resume reminders” takes it back.",
  resume: "Who has not joined is reminded of them again, on the days still to come.",
};

/** What an act does, the button that does it, and, once it is done, what became of each. */
export function ManyForm({ org, act, view, command, back, action }: ManyProps) {
  const { state, isBusy, form } = useSentForm(action);
  if (state?.ok) return <Done {...{ org, act, command, back }} answer={state.data} />;

  return (
    <form {...form} className="grid gap-4">
      <ErrorSummary message={state?.message} fields={state?.fields} />
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="invitations" value={view.invitations.join(",")} />
      <p className="hint">{effects[act]}</p>
      <div className="new-foot">
        <ButtonLink href={back}>Back</ButtonLink>
        <Button type="submit" variant={act === "cancel" ? "danger" : "primary"} isBusy={isBusy}>
          {buttonWords(act, view.invitations.length)}
        </Button>
      </div>
    </form>
  );
}

/** Takes the act of cancelling back, with and without script. */
function UndoCancel({ org, command }: Pick<ManyProps, "org" | "command">) {
  const [state, send] = useActionState(boundAt(undoCancelManyAction, { org }), null);
  return (
    <form action={send}>
      <input type="hidden" name="command" value={command} />
      {!state?.ok && <Submit size="small">Undo</Submit>}
      <StatusLine
        text={state && (state.ok ? `${manyInvitations(state.data.undone)} open again.` : state.message)}
        isError={state?.ok === false}
      />
    </form>
  );
}

/** What became of all of them: the counts, then who was skipped and why, then the way back. */
function Done({
  org,
  act,
  answer,
  command,
  back,
}: Pick<ManyProps, "org" | "act" | "command" | "back"> & { answer: InvitationAnswer }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { done, notDone } = answer;
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      <p role="status" className="note">
        {doneWords(act, answer)}
      </p>
      {act === "cancel" && done > 0 && <UndoCancel org={org} command={command} />}
      <LeftOut
        words={`Show ${notDone.length.toLocaleString("en")} skipped`}
        list={notDone.map(({ invitation, ...rest }) => ({ id: invitation, ...rest }))}
        isAll={done === 0}
      />
      <p>
        <ButtonLink href={back} variant="primary">
          Back to Invitations
        </ButtonLink>
      </p>
    </div>
  );
}
