"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/components/settings/kept-form";
import { reminderWords } from "@/components/settings/reminder-words";
import { TextField } from "@/components/ui/field";
import type { KeptState } from "@/lib/actions/run";
import type { RemindersView } from "@/lib/domain/reminders";

type State = KeptState<{ own: number[] | null }>;

type Props = {
  save: (state: State, form: FormData) => Promise<State>;
  reminders: Pick<RemindersView, "own" | "organization">;
};

function storedOf({ own, organization }: Props["reminders"]): Record<string, string> {
  const use = own === null ? "organization" : own.length > 0 ? "own" : "none";
  return { use, days: (own?.length ? own : organization).join(", ") };
}

/** On which days people who have not joined a workspace are reminded. */
export function RemindersForm({ save, reminders }: Props) {
  const t = useTranslations("settings");
  const when = reminderWords(reminders.organization, t);
  const choices = [
    ["organization", t("reminders.organization", { when })],
    ["own", t("reminders.own")],
    ["none", t("reminders.none")],
  ] as const;
  return (
    <KeptForm save={save} stored={storedOf(reminders)}>
      {(value, errors) => (
        <fieldset>
          <legend>{t("reminders.who")}</legend>
          {choices.map(([choice, words]) => (
            <label key={choice} className="settings-choice">
              <input type="radio" name="use" value={choice} defaultChecked={value("use") === choice} />
              {words}
            </label>
          ))}
          {errors.use && <p className="error">{errors.use}</p>}
          <TextField
            name="days"
            label={t("reminders.days")}
            defaultValue={value("days")}
            error={errors.days}
            hint={t("reminders.daysHint")}
            autoComplete="off"
            maxLength={100}
          />
        </fieldset>
      )}
    </KeptForm>
  );
}
