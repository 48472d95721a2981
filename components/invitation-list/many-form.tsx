"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
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
import type { ManyAnswer } from "@/lib/actions/outcomes";
import type { ManyView } from "@/lib/domain/invitation-acts";

export type ManyProps = {
  org: string;
  act: ManyAct;
  view: ManyView;
  /** Made with the page: the same form sent twice does everything once. */
  command: string;
  back: string;
  action: (state: ManyState, form: FormData) => Promise<ManyState>;
};

/**
 * What an act does, the button that does it, and, once it is done, what became of each. Without script the answer to
 * "Undo" comes with a page that knows of no act before it, so it stands here.
 */
export function ManyForm({ org, act, view, command, back, action }: ManyProps) {
  const t = useTranslations("invitations.many");
  const common = useTranslations("ui");
  const { state, isBusy, form } = useSentForm(action);
  const [undone, undo] = useAct(boundAt(undoCancelManyAction, { org }));
  const refusal = undone?.ok === false ? undone.message : null;
  if (undone?.ok)
    return (
      <Told back={back}>
        <p role="status" className="note">
          {t("undone", { count: undone.data.undone })}
        </p>
      </Told>
    );
  if (state?.ok) return <Done {...{ act, back, undo, refusal }} answer={state.data} />;
  if (refusal)
    return (
      <Told back={back}>
        <ErrorSummary message={refusal} />
      </Told>
    );

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

type DoneProps = Pick<ManyProps, "act" | "back"> & {
  answer: ManyAnswer;
  undo: (form: FormData) => void;
  refusal: string | null;
};

/** What became of all of them: the counts, then who was skipped and why, then the way back. */
function Done({ act, answer, back, undo, refusal }: DoneProps) {
  const t = useTranslations("invitations");
  const { command, done, notDone } = answer;
  return (
    <Told back={back}>
      <p role="status" className="note">
        {doneWords(act, answer, t)}
      </p>
      {act === "cancel" && done > 0 && <UndoCancel command={command} undo={undo} refusal={refusal} />}
      <LeftOut words={t("many.skipped", { count: notDone.count })} list={notDone} isAll={done === 0} />
    </Told>
  );
}

/** Takes the act of cancelling back, with and without script. */
function UndoCancel({ command, undo, refusal }: Pick<DoneProps, "undo" | "refusal"> & { command: string }) {
  const common = useTranslations("ui");
  return (
    <form action={undo}>
      <input type="hidden" name="command" value={command} />
      <Submit size="small">{common("undo")}</Submit>
      <StatusLine text={refusal} isError />
    </form>
  );
}

/** An answer in place of the form, with the focus and the way back. */
function Told({ back, children }: Pick<ManyProps, "back"> & { children: ReactNode }) {
  const t = useTranslations("invitations.many");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      {children}
      <p>
        <ButtonLink href={back} variant="primary">
          {t("back")}
        </ButtonLink>
      </p>
    </div>
  );
}
