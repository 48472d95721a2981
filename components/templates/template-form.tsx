"use client";

import { useTranslations } from "next-intl";
import { TemplateFields } from "@/components/templates/template-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { CommandId } from "@/components/ui/command-id";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/field";
import { useWizardForm, type WizardAction } from "@/components/wizard/use-wizard-form";
import type { Values } from "@/components/wizard/wizard-words";
import { rowsOf } from "@/components/workspace/flow-values";
import { NewFlow } from "@/components/workspace/new-flow";

type Props = {
  org: string;
  title: string;
  label: string;
  save: WizardAction;
  kept: Values;
  /** Not offered to admins about other people's templates. */
  mayBePrivate: boolean;
};

/** A template on one page: name, who sees it, roles and actions. What was typed stays, whatever the answer. */
export function TemplateForm({ org, title, label, save, kept, mayBePrivate }: Props) {
  const t = useTranslations("templates.form");
  const ui = useTranslations("ui");
  const step = useWizardForm(save, kept);
  const { fields, value } = step;
  return (
    <form {...step.form} className="new-workspace">
      <h1 className="text-20 font-semibold">{title}</h1>
      <div ref={step.refused} className="contents">
        <ErrorSummary message={step.message} fields={fields} />
      </div>
      {value("command") && <CommandId value={value("command")} />}
      {["template", "version"].map(
        (name) => value(name) && <input key={name} type="hidden" name={name} value={value(name)} />,
      )}
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
        <SelectField
          name="visibility"
          label={t("visibility")}
          defaultValue={value("visibility")}
          error={fields.visibility}
        >
          {mayBePrivate && <option value="private">{t("private")}</option>}
          <option value="shared">{t("shared")}</option>
        </SelectField>
      </div>
      <TextField
        name="description"
        label={t("description")}
        defaultValue={value("description")}
        error={fields.description}
        maxLength={500}
        autoComplete="off"
      />
      <NewFlow
        draft={rowsOf(step.values)}
        error={fields.flow}
        within={step.within}
        hint={t("hint")}
        fields={TemplateFields}
      />
      <div className="new-foot">
        <ButtonLink href={`/${org}/templates`}>{ui("cancel")}</ButtonLink>
        <Button type="submit" variant="primary" isBusy={step.isPending}>
          {label}
        </Button>
      </div>
    </form>
  );
}
