"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { doneWords, type ManyAct } from "@/components/invitation-list/list-words";
import { boundAt } from "@/components/ui/bound-at";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LeftOut } from "@/components/ui/left-out";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
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

/** What an act does, the button that does it, and, once it is done, what became of each. */
export function ManyForm({ org, act, view, command, back, action }: ManyProps) {
  const t = useTranslations("invitations.many");
  const common = useTranslations("ui");
  const { state, isBusy, form } = useSentForm(action);
  if (state?.ok) return <Done {...{ org, act, command, back }} answer={state.data} />;

  return (
    <form {...form} className="grid gap-4">
      <ErrorSummary message={state?.message} fields={state?.fields} />
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="invitations" value={view.invitations.join(",")} />
      <p className="hint">{t(`effect.${act}`)}</p>
      <div className="new-foot">
        <ButtonLink href={back}>{common("back")}</ButtonLink>
        <Button type="submit" variant={act === "cancel" ? "danger" : "primary"} isBusy={isBusy}>
          {t(`button.${act}`, { count: view.invitations.length })}
        </Button>
      </div>
    </form>
  );
}

/** Takes the act of cancelling back, with and without script. */
function UndoCancel({ org, command }: Pick<ManyProps, "org" | "command">) {
  const t = useTranslations("invitations.many");
  const common = useTranslations("ui");
  const [state, send] = useAct(boundAt(undoCancelManyAction, { org }));
  return (
    <form action={send}>
      <input type="hidden" name="command" value={command} />
      {!state?.ok && <Submit size="small">{common("undo")}</Submit>}
      <StatusLine
        text={state && (state.ok ? t("undone", { count: state.data.undone }) : state.message)}
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
  const t = useTranslations("invitations");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { done, notDone } = answer;
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      <p role="status" className="note">
        {doneWords(act, answer, t)}
      </p>
      {act === "cancel" && done > 0 && <UndoCancel org={org} command={command} />}
      <LeftOut
        words={t("many.skipped", { count: notDone.length })}
        list={notDone.map(({ invitation, ...rest }) => ({ id: invitation, ...rest }))}
        isAll={done === 0}
      />
      <p>
        <ButtonLink href={back} variant="primary">
          {t("many.back")}
        </ButtonLink>
      </p>
    </div>
  );
}
