"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Choices } from "@/components/wizard/choices";
import { PeopleInput } from "@/components/wizard/people-input";
import { useWizardForm, type WizardAction } from "@/components/wizard/use-wizard-form";
import { contactsPath, type Values } from "@/components/wizard/wizard-words";
import type { GroupKind } from "@/lib/domain/groups";

type Props = {
  org: string;
  kind: GroupKind;
  save: WizardAction;
  kept: Values;
  managers: { id: string; name: string }[];
  isAdmin: boolean;
};

/**
 * First step for a group: what it is called, who looks after it, who is in it. That nobody is in it is said until
 * somebody is.
 */
export function GroupForm({ org, kind, save, kept, managers, isAdmin }: Props) {
  const t = useTranslations("wizard");
  const ui = useTranslations("ui");
  const step = useWizardForm(save, kept);
  const { value } = step;
  const [mended, setMended] = useState<object | null>(null);
  const { people: _, ...others } = step.fields;
  const isMended = mended === step.fields;
  const fields = isMended ? others : step.fields;
  const message = isMended && Object.keys(others).length === 0 ? undefined : step.message;
  return (
    <form {...step.form} className="grid gap-4">
      <div ref={step.refused} className="contents">
        <ErrorSummary message={message} fields={fields} />
      </div>
      <TextField
        name="name"
        label={ui("name")}
        defaultValue={value("name")}
        error={fields.name}
        required
        maxLength={60}
        autoComplete="off"
      />
      <TextField
        name="description"
        label={t("description")}
        defaultValue={value("description")}
        error={fields.description}
        maxLength={500}
        autoComplete="off"
      />
      <PeopleInput
        org={org}
        isAdmin={isAdmin}
        kind={kind}
        text={value("people")}
        error={fields.people}
        rows={8}
        onAdded={() => setMended(step.fields)}
      />
      <Choices
        name="managers"
        label={t("managers")}
        hint={t("managersHint")}
        options={managers}
        chosen={step.values("managers")}
        error={fields.managers}
      />
      <div className="new-foot">
        <ButtonLink href={contactsPath(org, kind)}>{ui("cancel")}</ButtonLink>
        <Button type="submit" variant="primary" isBusy={step.isPending}>
          {ui("next")}
        </Button>
      </div>
    </form>
  );
}
