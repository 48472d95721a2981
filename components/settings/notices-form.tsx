"use client";

import { KeptForm } from "@/components/settings/kept-form";
import { SelectField } from "@/components/ui/field";
import type { KeptState } from "@/lib/actions/run";
import type { NoticesView } from "@/lib/domain/notices";

type State = KeptState<NoticesView>;

type Props = {
  save: (state: State, form: FormData) => Promise<State>;
  stored: { joined: string; timeZone: string };
  zones: string[];
  /** The organization's. */
  ownZone: string;
};

const choices = [
  ["each", "Each time, at once"],
  ["daily", "Once a day, after 17:00"],
  ["off", "Never"],
] as const;

/** When one hears that people one invited have joined. */
export function NoticesForm({ save, stored, zones, ownZone }: Props) {
  return (
    <KeptForm save={save} stored={stored}>
      {(value, errors) => (
        <>
          <fieldset>
            <legend>Tell me when somebody I invited joins</legend>
            {choices.map(([choice, words]) => (
              <label key={choice} className="settings-choice">
                <input
                  type="radio"
                  name="joined"
                  value={choice}
                  defaultChecked={value("joined") === choice}
                />
                {words}
              </label>
            ))}
            {errors.joined && <p className="error">{errors.joined}</p>}
          </fieldset>
          <SelectField
            name="timeZone"
            label="My time zone"
            defaultValue={value("timeZone")}
            error={errors.timeZone}
          >
            <option value="">The organization's ({ownZone})</option>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </KeptForm>
  );
}
