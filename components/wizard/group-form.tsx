"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, TextField } from "@/components/ui/field";
import { Choices } from "@/components/wizard/choices";
import { useWizardForm, type WizardAction } from "@/components/wizard/use-wizard-form";
import { contactsPath, type Values } from "@/components/wizard/wizard-words";
import type { GroupKind } from "@/lib/domain/groups";

type Props = {
  org: string;
  kind: GroupKind;
  save: WizardAction;
  kept: Values;
  managers: { id: string; name: string }[];
};

/** First step for a group: what it is called, who looks after it, who is in it. */
export function GroupForm({ org, kind, save, kept, managers }: Props) {
  const step = useWizardForm(save, kept);
  const { fields, value } = step;
  return (
    <form {...step.form} className="grid gap-4">
      <div ref={step.refused} className="contents">
        <ErrorSummary message={step.message} fields={fields} />
      </div>
      <TextField
        name="name"
        label="Name"
        defaultValue={value("name")}
        error={fields.name}
        required
        maxLength={60}
        autoComplete="off"
      />
      <TextField
        name="description"
        label="Description (optional)"
        defaultValue={value("description")}
        error={fields.description}
        maxLength={500}
        autoComplete="off"
      />
      <PeopleText kind={kind} text={value("people")} error={fields.people} rows={8} />
      <Choices
        name="managers"
        label="Managers"
        hint="They may change who is in it."
        options={managers}
        chosen={step.values("managers")}
        error={fields.managers}
      />
      <div className="new-foot">
        <ButtonLink href={contactsPath(org, kind)}>Cancel</ButtonLink>
        <Button type="submit" variant="primary" isBusy={step.isPending}>
          Next
        </Button>
      </div>
    </form>
  );
}

type TextProps = { kind: GroupKind; text: string; error?: string; rows: number };

/** People as a list to type or paste. */
export function PeopleText({ kind, text, error, rows }: TextProps) {
  const whose = kind === "team" ? "Colleagues" : "People";
  return (
    <Field
      id="people"
      label="People"
      hint={`Email addresses or phone numbers, one a line or separated by commas. ${whose} you have already are recognised.`}
      error={error}
    >
      <textarea
        id="people"
        name="people"
        className="input"
        rows={rows}
        required
        defaultValue={text}
        aria-invalid={error ? true : undefined}
        aria-describedby={`people-hint${error ? " people-error" : ""}`}
      />
    </Field>
  );
}
