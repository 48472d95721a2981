"use client";

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

const undoChoices = [
  ["0", "At once, no undo"],
  ["5", "5 seconds"],
  ["10", "10 seconds"],
  ["30", "30 seconds"],
] as const;

/** How an organization invites: how long links work, when people are reminded, whom and how much may be sent. */
export function InvitationsForm({ save, stored, isYoung }: Props) {
  return (
    <KeptForm save={save} stored={stored}>
      {(value, errors) => {
        const field = (name: string) => ({ name, defaultValue: value(name), error: errors[name] });
        const count = (name: string, label: string, hint: string) => (
          <TextField {...field(name)} label={label} hint={hint} inputMode="numeric" autoComplete="off" />
        );
        const domains = (name: string, label: string, hint: string) => (
          <TextAreaField
            {...field(name)}
            label={label}
            hint={hint}
            rows={2}
            placeholder="acme.com, *.acme.com"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        );
        return (
          <>
            <fieldset>
              <legend>Invitations</legend>
              <div className="settings-pair">
                {count("lifetime", "Links work for", "1 hour to 30 days, for invitations sent from now on.")}
                <SelectField {...field("unit")} label="Hours or days">
                  <option value="hours">hours</option>
                  <option value="days">days</option>
                </SelectField>
              </div>
              <SelectField
                {...field("undo")}
                label="Messages wait before they are sent"
                hint="For so long “Undo” takes an invitation back."
              >
                {undoChoices.map(([seconds, words]) => (
                  <option key={seconds} value={seconds}>
                    {words}
                  </option>
                ))}
              </SelectField>
              <TextField
                {...field("reminders")}
                label="Remind on days"
                hint="Days after inviting, such as 2, 5, 9; at most five. Empty: nobody is reminded. Workspaces may differ."
                autoComplete="off"
                maxLength={100}
              />
            </fieldset>
            <fieldset>
              <legend>Domains</legend>
              <p className="hint">
                Whom invitations by email may go to. “acme.com” is that domain alone, “*.acme.com” everything
                below it. Who has joined stays, and links that are out keep working until they run out or are
                cancelled.
              </p>
              {domains(
                "allowed",
                "Allowed domains",
                "Empty: every domain. Otherwise only these; name your own as well.",
              )}
              {domains(
                "blocked",
                "Blocked domains",
                "Nobody at these is invited, also where a wider domain is allowed.",
              )}
            </fieldset>
            <fieldset>
              <legend>Limits</legend>
              {isYoung && (
                <p className="note">
                  In the first week an organization may send a tenth of the two daily limits below for
                  workspaces and the organization, but 100 messages at least.
                </p>
              )}
              {count("memberHourly", "Messages an internal user may cause in an hour", "1 to 10,000.")}
              {count("adminDaily", "Messages an admin may cause in a day", "1 to 100,000.")}
              {count(
                "workspaceDaily",
                "Messages of a workspace in a day",
                "1 to 100,000, reminders included.",
              )}
              {count(
                "daily",
                "Messages of the organization in a day",
                "1 to 1,000,000. What is over a limit is not sent, and whoever sends it is told when it can be.",
              )}
            </fieldset>
          </>
        );
      }}
    </KeptForm>
  );
}
