"use client";

import { useTranslations } from "next-intl";
import "./choices.css";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/field";
import { Choices } from "@/components/wizard/choices";
import { DuplicateList } from "@/components/wizard/duplicate-list";
import { useKnown } from "@/components/wizard/use-known";
import { useWizardForm, type WizardAction } from "@/components/wizard/use-wizard-form";
import { contactsPath, type Values } from "@/components/wizard/wizard-words";
import type { PersonKind } from "@/lib/domain/draft-details";

type Props = {
  org: string;
  kind: PersonKind;
  save: WizardAction;
  kept: Values;
  groups: { id: string; name: string }[];
  languages: { code: string; name: string }[];
};

/** First step for a person: who it is. */
export function PersonForm({ org, kind, save, kept, groups, languages }: Props) {
  const t = useTranslations("wizard");
  const ui = useTranslations("ui");
  const step = useWizardForm(save, kept);
  const known = useKnown(org, kind);
  const isTold = known.list.length > 0 && step.duplicates.length === 0;
  const text = (name: string, label: string) => ({
    name,
    label,
    defaultValue: step.value(name),
    error: step.fields[name],
    autoComplete: "off",
  });
  return (
    <form {...step.form} onBlur={known.onBlur} className="grid gap-4">
      <button type="submit" hidden>
        {ui("next")}
      </button>
      <div ref={step.refused} className="contents">
        {step.duplicates.length > 0 ? (
          <div role="alert" tabIndex={-1} className="note note-warning">
            <DuplicateList org={org} kind={kind} list={step.duplicates} />
          </div>
        ) : (
          <ErrorSummary message={step.message} fields={step.fields} />
        )}
      </div>
      <TextField {...text("name", t("fullName"))} required maxLength={60} />
      <div className="wizard-pair">
        <TextField
          {...text("email", t("email"))}
          type="email"
          inputMode="email"
          maxLength={254}
          hint={t("emailHint")}
        />
        <TextField {...text("phone", t("phone"))} type="tel" maxLength={64} hint={t("phoneHint")} />
      </div>
      <div role="status" className={isTold ? "note note-warning" : "sr-only"}>
        {isTold && <DuplicateList org={org} kind={kind} list={known.list} />}
      </div>
      <div className="wizard-pair">
        {kind === "client" && <TextField {...text("company", t("company"))} maxLength={120} />}
        <TextField {...text("title", t("jobTitle"))} maxLength={120} />
        <SelectField
          key={step.value("language")}
          name="language"
          label={t("language")}
          defaultValue={step.value("language")}
          error={step.fields.language}
        >
          <option value="">{t("sameLanguage")}</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      {kind === "internal" && <AdminSwitch isOn={step.value("isAdmin") === "on"} />}
      {groups.length > 0 && (
        <Choices
          name="groups"
          label={t(`kinds.${kind}.groups`)}
          options={groups}
          chosen={step.values("groups")}
          error={step.fields.groups}
        />
      )}
      <div className="new-foot">
        <ButtonLink href={contactsPath(org, kind)}>{ui("cancel")}</ButtonLink>
        <Button type="submit" variant="primary" isBusy={step.isPending}>
          {ui("next")}
        </Button>
      </div>
    </form>
  );
}

function AdminSwitch({ isOn }: { isOn: boolean }) {
  const t = useTranslations("wizard");
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a check-box tells by itself whether it is checked, and aria-checked may not stand on one (ARIA in HTML).
          role="switch"
          name="isAdmin"
          value="on"
          defaultChecked={isOn}
          aria-describedby="isAdmin-hint"
        />
        <span className="label">{t("admin")}</span>
      </label>
      <p id="isAdmin-hint" className="hint">
        {t("adminHint")}
      </p>
    </div>
  );
}
