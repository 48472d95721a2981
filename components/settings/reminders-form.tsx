"use client";

import { Fragment } from "react";
import { reminderWords } from "@/components/settings/reminder-words";
import { useKeptForm } from "@/components/settings/use-kept-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
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
  const { send, value, key, message, errors, saved } = useKeptForm(save, storedOf(reminders));
  const choices = [
    ["organization", `As everywhere here: ${reminderWords(reminders.organization)}`],
    ["own", "On days of its own"],
    ["none", "Never"],
  ] as const;
  return (
    <form action={send} className="settings-form">
      <ErrorSummary message={message} fields={errors} />
      <Fragment key={key}>
        <fieldset>
          <legend>Remind people who have not joined</legend>
          {choices.map(([choice, words]) => (
            <label key={choice} className="settings-choice">
              <input type="radio" name="use" value={choice} defaultChecked={value("use") === choice} />
              {words}
            </label>
          ))}
          {errors.use && <p className="error">{errors.use}</p>}
          <TextField
            name="days"
            label="Days after inviting"
            defaultValue={value("days")}
            error={errors.days}
            hint="Such as 2, 5, 9; at most five."
            autoComplete="off"
            maxLength={100}
          />
        </fieldset>
      </Fragment>
      <div className="settings-save">
        <Submit variant="primary">Save</Submit>
        <StatusLine text={saved} />
      </div>
    </form>
  );
}
