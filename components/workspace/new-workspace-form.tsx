"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { CommandId } from "@/components/ui/command-id";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { useWizardForm, type WizardAction } from "@/components/wizard/use-wizard-form";
import { noFlow, rowsOf } from "@/components/workspace/flow-values";
import { NewFlow } from "@/components/workspace/new-flow";

type Props = { org: string; command: string; create: WizardAction };

/** An instant flow on one page: name, roles and actions. What was typed stays, whatever the answer. */
export function NewWorkspaceForm({ org, command, create }: Props) {
  const t = useTranslations("flow");
  const ui = useTranslations("ui");
  const step = useWizardForm(create, { command: [command], ...noFlow });
  const { fields, value } = step;
  return (
    <form {...step.form} className="new-workspace">
      <h1 className="text-20 font-semibold">{t("newWorkspace")}</h1>
      <div ref={step.refused} className="contents">
        <ErrorSummary message={step.message} fields={fields} />
      </div>
      <CommandId value={value("command")} />
      <div className="new-head">
        <TextField
          name="name"
          label={ui("name")}
          defaultValue={value("name")}
          error={fields.name}
          maxLength={60}
          required
          autoComplete="off"
        />
        <TextField
          name="dueOn"
          type="date"
          label={t("dueDate")}
          defaultValue={value("dueOn")}
          error={fields.dueOn}
        />
      </div>
      <NewFlow draft={rowsOf(step.values)} error={fields.flow} within={step.within} />
      <div className="new-foot">
        <ButtonLink href={`/${org}/timeline`}>{ui("cancel")}</ButtonLink>
        <Button type="submit" variant="primary" isBusy={step.isPending}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
