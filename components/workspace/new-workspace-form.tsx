"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { CommandId } from "@/components/ui/command-id";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { useSentForm } from "@/components/ui/use-sent-form";
import { NewFlow } from "@/components/workspace/new-flow";
import { emptyAction, emptyRole, times } from "@/components/workspace/new-workspace-rows";
import type { Draft, NewWorkspaceState } from "@/lib/actions/new-workspace";

const emptyDraft = (command: string): Draft => ({
  command,
  name: "",
  dueOn: "",
  roles: times(2, emptyRole),
  actions: times(3, (key) => emptyAction(key, "0")),
});

type Props = {
  org: string;
  command: string;
  create: (state: NewWorkspaceState, form: FormData) => Promise<NewWorkspaceState>;
};

/** An instant flow on one page: name, roles and actions. What was typed stays, whatever the answer. */
export function NewWorkspaceForm({ org, command, create }: Props) {
  const t = useTranslations("flow");
  const ui = useTranslations("ui");
  const { state, isBusy, form } = useSentForm(create);
  const summary = useRef<HTMLDivElement>(null);
  const draft = state?.draft ?? emptyDraft(command);
  const failure = state?.answer?.ok === false ? state.answer : null;
  useEffect(() => {
    if (failure) summary.current?.querySelector<HTMLElement>("[role=alert]")?.focus();
  }, [failure]);

  return (
    <form {...form} className="new-workspace">
      <h1 className="text-20 font-semibold">{t("newWorkspace")}</h1>
      <div ref={summary} className="contents">
        <ErrorSummary message={failure?.message} fields={failure?.fields} />
      </div>
      <CommandId value={draft.command} />
      <div className="new-head">
        <TextField
          name="name"
          label={ui("name")}
          defaultValue={draft.name}
          error={failure?.fields?.name}
          maxLength={60}
          required
          autoComplete="off"
        />
        <TextField
          name="dueOn"
          type="date"
          label={t("dueDate")}
          defaultValue={draft.dueOn}
          error={failure?.fields?.dueOn}
        />
      </div>
      <NewFlow draft={draft} error={failure?.fields?.flow} within={failure?.within} />
      <div className="new-foot">
        <ButtonLink href={`/${org}/timeline`}>{ui("cancel")}</ButtonLink>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
