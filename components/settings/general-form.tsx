"use client";

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
  return (
    <KeptForm save={save} stored={stored}>
      {(value, errors) => {
        const field = (name: string) => ({ name, defaultValue: value(name), error: errors[name] });
        const choice = (name: string, label: string, hint: string, choices: Choice[]) => (
          <SelectField {...field(name)} label={label} hint={hint}>
            {choices.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </SelectField>
        );
        return (
          <fieldset>
            <legend>General</legend>
            <TextField
              {...field("name")}
              label="Name of the organization"
              hint="As messages and pages say it from now on; addresses in the browser stay."
              autoComplete="organization"
              maxLength={60}
              required
            />
            {choice(
              "country",
              "Country",
              "Of phone numbers that are written without a country code.",
              countries,
            )}
            {choice("language", "Language", "Of messages to people of whom no language is known.", languages)}
            {choice("timeZone", "Time zone", "Of times in messages, and of reminders by day.", zones)}
          </fieldset>
        );
      }}
    </KeptForm>
  );
}
