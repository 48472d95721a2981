"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/field";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { ZoneField } from "@/components/ui/zone-field";
import type { ContactFormState } from "@/lib/actions/contacts";
import type { RoomWords } from "@/lib/words/room";

type Props = {
  save: (state: ContactFormState, form: FormData) => Promise<ContactFormState>;
  /** As stored: what the fields begin with. */
  contact: { id: string; fields: Record<string, string>; locked: string[]; hasJoined: boolean };
  languages: { code: string; name: string }[];
  zones: string[];
  /** The organization's. */
  ownZone: string;
};

const savedWords = (
  state: ContactFormState,
  t: RoomWords<"contacts">,
  ui: RoomWords<"ui">,
): string | null => {
  if (!state?.answer?.ok) return null;
  const { sentTo } = state.answer.data;
  return sentTo ? t("form.savedSentTo", { address: sentTo }) : ui("isSaved");
};

/** The details of a contact, to change in place. What was typed stays when it is refused. */
export function ContactForm({ save, contact, languages, zones, ownZone }: Props) {
  const t = useTranslations("contacts");
  const ui = useTranslations("ui");
  const [state, send] = useAct(save);
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
        hint={isLocked ? t("form.locked") : more.hint}
        autoComplete="off"
      />
    );
  };
  const moves = contact.hasJoined ? undefined : t("form.moves");
  return (
    <form action={send} className="contact-form">
      <ErrorSummary message={failure?.message} fields={failure?.fields} />
      <input type="hidden" name="contact" value={contact.id} />
      <input type="hidden" name="seen" value={seen} />
      <Fragment key={JSON.stringify(fields)}>
        {field("name", t("column.name"), { maxLength: 60 })}
        {field("company", t("column.company"), { maxLength: 120 })}
        {field("email", t("column.email"), { hint: moves, maxLength: 254 })}
        {field("phone", t("form.phone"), { type: "tel", maxLength: 64 })}
        {field("title", t("column.title"), { maxLength: 120 })}
        <LanguageField
          defaultValue={fields.language}
          error={failure?.fields?.language}
          languages={languages}
        />
        <ZoneField
          label={t("column.timeZone")}
          hint={t("form.timeZoneHint")}
          defaultValue={fields.timeZone}
          error={failure?.fields?.timeZone}
          zones={zones}
          ownZone={ownZone}
        />
      </Fragment>
      <div className="contact-save">
        <Submit variant="primary">{ui("save")}</Submit>
        <StatusLine text={savedWords(state, t, ui)} />
      </div>
    </form>
  );
}

type Languages = { defaultValue?: string; error?: string } & Pick<Props, "languages">;

function LanguageField({ languages, ...field }: Languages) {
  const t = useTranslations("contacts");
  return (
    <SelectField {...field} name="language" label={t("column.language")}>
      <option value="">{t("form.languageOfOrganization")}</option>
      {languages.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
