"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/components/settings/kept-form";
import { SelectField, TextField } from "@/components/ui/field";
import type { KeptState } from "@/lib/actions/run";

type State = KeptState<{ changed: number }>;
type Choice = { code: string; name: string };

type Props = {
  save: (state: State, form: FormData) => Promise<State>;
  stored: Record<string, string>;
  countries: Choice[];
  languages: Choice[];
  zones: Choice[];
};

/** What an organization is called, and what holds where a person has nothing of their own. */
export function GeneralForm({ save, stored, countries, languages, zones }: Props) {
  const t = useTranslations("settings.general");
  return (
    <KeptForm save={save} stored={stored}>
      {(value, errors) => {
        const field = (name: string) => ({ name, defaultValue: value(name), error: errors[name] });
        const choice = (name: "country" | "language" | "timeZone", choices: Choice[]) => (
          <SelectField {...field(name)} label={t(name)} hint={t(`${name}Hint`)}>
            {choices.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </SelectField>
        );
        return (
          <fieldset>
            <legend>{t("title")}</legend>
            <TextField
              {...field("name")}
              label={t("name")}
              hint={t("nameHint")}
              autoComplete="organization"
              maxLength={60}
              required
            />
            {choice("country", countries)}
            {choice("language", languages)}
            {choice("timeZone", zones)}
          </fieldset>
        );
      }}
    </KeptForm>
  );
}
