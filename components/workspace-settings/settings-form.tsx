"use client";

import { Fragment } from "react";
import { useKeptForm } from "@/components/settings/use-kept-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Seen } from "@/components/ui/seen";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import type { KeptState } from "@/lib/actions/run";

type State = KeptState<{ changed: number }>;

type Props = {
  save: (state: State, form: FormData) => Promise<State>;
  stored: { name: string; dueOn: string };
};

/** The workspace's name and due date; what others changed meanwhile stays as they left it. */
export function SettingsForm({ save, stored }: Props) {
  const { send, value, key, message, errors, saved } = useKeptForm(save, stored);
  return (
    <form action={send} className="settings-form">
      <ErrorSummary message={message} fields={errors} />
      <Fragment key={key}>
        <Seen key={JSON.stringify(stored)} values={stored} />
        <fieldset>
          <legend>This workspace</legend>
          <TextField
            name="name"
            label="Name"
            defaultValue={value("name")}
            error={errors.name}
            maxLength={60}
            autoComplete="off"
            required
          />
          <TextField
            name="dueOn"
            type="date"
            label="Due date (optional)"
            defaultValue={value("dueOn")}
            error={errors.dueOn}
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
