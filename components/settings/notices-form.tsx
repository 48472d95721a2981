"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/components/settings/kept-form";
import { ZoneField } from "@/components/ui/zone-field";
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

const choices = ["each", "daily", "off"] as const;

/** When one hears that people one invited have joined. */
export function NoticesForm({ save, stored, zones, ownZone }: Props) {
  const t = useTranslations("settings.notices");
  return (
    <KeptForm save={save} stored={stored}>
      {(value, errors) => (
        <>
          <fieldset>
            <legend>{t("title")}</legend>
            {choices.map((choice) => (
              <label key={choice} className="settings-choice">
                <input
                  type="radio"
                  name="joined"
                  value={choice}
                  defaultChecked={value("joined") === choice}
                />
                {t(choice)}
              </label>
            ))}
            {errors.joined && <p className="error">{errors.joined}</p>}
          </fieldset>
          <ZoneField
            label={t("timeZone")}
            defaultValue={value("timeZone")}
            error={errors.timeZone}
            zones={zones}
            ownZone={ownZone}
          />
        </>
      )}
    </KeptForm>
  );
}
