"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/components/settings/kept-form";
import { TextField } from "@/components/ui/field";
import { Seen } from "@/components/ui/seen";
import type { KeptState } from "@/lib/actions/run";

type State = KeptState<{ changed: number }>;

type Props = {
  save: (state: State, form: FormData) => Promise<State>;
  stored: { name: string; dueOn: string };
  words: { legend: string; dueDate: string };
};

/** The workspace's name and due date; what others changed meanwhile stays as they left it. */
export function SettingsForm({ save, stored, words }: Props) {
  const ui = useTranslations("ui");
  return (
    <KeptForm save={save} stored={stored}>
      {(value, errors) => (
        <>
          <Seen key={JSON.stringify(stored)} values={stored} />
          <fieldset>
            <legend>{words.legend}</legend>
            <TextField
              name="name"
              label={ui("name")}
              defaultValue={value("name")}
              error={errors.name}
              maxLength={60}
              autoComplete="off"
              required
            />
            <TextField
              name="dueOn"
              type="date"
              label={words.dueDate}
              defaultValue={value("dueOn")}
              error={errors.dueOn}
            />
          </fieldset>
        </>
      )}
    </KeptForm>
  );
}
