"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/components/settings/kept-form";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import type { KeptState } from "@/lib/actions/run";

type State = KeptState<{ changed: number }>;

type Props = {
  save: (state: State, form: FormData) => Promise<State>;
  stored: Record<string, string>;
  /** The organization is less than a week old. */
  isYoung: boolean;
};

/** Seconds in which an invitation can be taken back. */
const undoChoices = [0, 5, 10, 30];

type Count = "lifetime" | "memberHourly" | "adminDaily" | "workspaceDaily" | "daily";

/** How an organization invites: how long links work, when people are reminded, whom and how much may be sent. */
export function InvitationsForm({ save, stored, isYoung }: Props) {
  const t = useTranslations("settings.invitations");
  return (
    <KeptForm save={save} stored={stored}>
      {(value, errors) => {
        const field = (name: string) => ({ name, defaultValue: value(name), error: errors[name] });
        const count = (name: Count) => (
          <TextField
            {...field(name)}
            label={t(name)}
            hint={t(`${name}Hint`)}
            inputMode="numeric"
            autoComplete="off"
          />
        );
        const domains = (name: "allowed" | "blocked") => (
          <TextAreaField
            {...field(name)}
            label={t(name)}
            hint={t(`${name}Hint`)}
            rows={2}
            placeholder={t("domainsExample")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        );
        return (
          <>
            <fieldset>
              <legend>{t("title")}</legend>
              <div className="settings-pair">
                {count("lifetime")}
                <SelectField {...field("unit")} label={t("unit")}>
                  <option value="hours">{t("hours")}</option>
                  <option value="days">{t("days")}</option>
                </SelectField>
              </div>
              <SelectField {...field("undo")} label={t("undo")} hint={t("undoHint")}>
                {undoChoices.map((seconds) => (
                  <option key={seconds} value={seconds}>
                    {seconds === 0 ? t("atOnce") : t("seconds", { count: seconds })}
                  </option>
                ))}
              </SelectField>
              <TextField
                {...field("reminders")}
                label={t("reminders")}
                hint={t("remindersHint")}
                autoComplete="off"
                maxLength={100}
              />
            </fieldset>
            <fieldset>
              <legend>{t("domains")}</legend>
              <p className="hint">{t("domainsHint")}</p>
              {domains("allowed")}
              {domains("blocked")}
            </fieldset>
            <fieldset>
              <legend>{t("limits")}</legend>
              {isYoung && <p className="note">{t("young")}</p>}
              {count("memberHourly")}
              {count("adminDaily")}
              {count("workspaceDaily")}
              {count("daily")}
            </fieldset>
          </>
        );
      }}
    </KeptForm>
  );
}
