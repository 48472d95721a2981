"use client";

import { Fragment, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/field";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import type { ContactFormState } from "@/lib/actions/contacts";

type Props = {
  save: (state: ContactFormState, form: FormData) => Promise<ContactFormState>;
  /** As stored: what the fields begin with. */
  contact: { id: string; fields: Record<string, string>; locked: string[]; hasJoined: boolean };
  languages: { code: string; name: string }[];
};

const savedWords = (state: ContactFormState): string | null => {
  if (!state?.answer?.ok) return null;
  const { sentTo } = state.answer.data;
  return sentTo ? `Saved. Invitations go to ${sentTo} now; links sent before are dead.` : "Saved.";
};

/** The details of a contact, to change in place. What was typed stays when it is refused. */
export function ContactForm({ save, contact, languages }: Props) {
  const [state, send] = useActionState(save, null);
  const failure = state?.answer?.ok === false ? state.answer : null;
  const fields = failure && state ? state.typed : contact.fields;
  const seen = (failure && state?.typed.seen) || JSON.stringify(contact.fields);
  const field = (name: string, label: string, more: { hint?: string; type?: string; maxLength: number }) => {
    const isLocked = contact.locked.includes(name);
    return (
      <TextField
        {...more}
        name={name}
        label={label}
        defaultValue={fields[name]}
        error={failure?.fields?.[name]}
        readOnly={isLocked}
        hint={isLocked ? "Belongs to their account: only they can change it." : more.hint}
        autoComplete="off"
      />
    );
  };
  const moves = contact.hasJoined ? undefined : "Open invitations follow a changed address.";
  return (
    <form action={send} className="contact-form">
      <ErrorSummary message={failure?.message} fields={failure?.fields} />
      <input type="hidden" name="contact" value={contact.id} />
      <input type="hidden" name="seen" value={seen} />
      <Fragment key={JSON.stringify(fields)}>
        {field("name", "Name", { maxLength: 60 })}
        {field("company", "Company", { maxLength: 120 })}
        {field("email", "Email", { hint: moves, maxLength: 254 })}
        {field("phone", "Phone number", { type: "tel", maxLength: 64 })}
        {field("title", "Title", { maxLength: 120 })}
        <SelectField
          name="language"
          label="Language"
          defaultValue={fields.language}
          error={failure?.fields?.language}
        >
          <option value="">The organization's</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </Fragment>
      <div className="contact-save">
        <Submit variant="primary">Save</Submit>
        <StatusLine text={savedWords(state)} />
      </div>
    </form>
  );
}
