"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { useBegun } from "@/components/contacts/use-begun";
import { useKeptForm } from "@/components/settings/use-kept-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/field";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { ZoneField } from "@/components/ui/zone-field";
import type { KeptState } from "@/lib/actions/run";
import type { UpdatedContact } from "@/lib/domain/contact-details";

type Props = {
  save: (state: KeptState<UpdatedContact>, form: FormData) => Promise<KeptState<UpdatedContact>>;
  /** As stored: what the fields begin with. */
  contact: { id: string; fields: Record<string, string>; locked: string[]; hasJoined: boolean };
  languages: { code: string; name: string }[];
  zones: string[];
  /** The organization's. */
  ownZone: string;
};

/** The details of a contact, to change in place. What was typed stays when it is refused. */
export function ContactForm({ save, contact, languages, zones, ownZone }: Props) {
  const t = useTranslations("contacts");
  const ui = useTranslations("ui");
  const [begun, form] = useBegun({ ...contact.fields, seen: JSON.stringify(contact.fields) });
  const { send, refused, value, key, message, errors, saved } = useKeptForm(save, begun);
  const field = (name: string, label: string, more: { hint?: string; type?: string; maxLength: number }) => {
    const isLocked = contact.locked.includes(name);
    return (
      <TextField
        {...more}
        name={name}
        label={label}
        defaultValue={value(name)}
        error={errors[name]}
        readOnly={isLocked}
        hint={isLocked ? t("form.locked") : more.hint}
        autoComplete="off"
      />
    );
  };
  const savedWords = saved?.sentTo ? t("form.savedSentTo", { address: saved.sentTo }) : ui("isSaved");
  const moves = contact.hasJoined ? undefined : t("form.moves");
  return (
    <form ref={form} action={send} className="contact-form">
      <div ref={refused} className="contents">
        <ErrorSummary message={message} fields={errors} />
      </div>
      <input type="hidden" name="contact" value={contact.id} />
      <input type="hidden" name="seen" value={value("seen")} />
      <Fragment key={key}>
        {field("name", t("column.name"), { maxLength: 60 })}
        {field("company", t("column.company"), { maxLength: 120 })}
        {field("email", t("column.email"), { hint: moves, maxLength: 254 })}
        {field("phone", t("form.phone"), { type: "tel", maxLength: 64 })}
        {field("title", t("column.title"), { maxLength: 120 })}
        <LanguageField defaultValue={value("language")} error={errors.language} languages={languages} />
        <ZoneField
          label={t("column.timeZone")}
          hint={t("form.timeZoneHint")}
          defaultValue={value("timeZone")}
          error={errors.timeZone}
          zones={zones}
          ownZone={ownZone}
        />
      </Fragment>
      <div className="contact-save">
        <Submit variant="primary">{ui("save")}</Submit>
        <StatusLine text={saved && savedWords} />
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
