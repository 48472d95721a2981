"use client";

import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Submit } from "@/components/ui/submit";
import { PeopleText } from "@/components/wizard/people-input";
import { useWizardForm, type WizardAction } from "@/components/wizard/use-wizard-form";
import type { Added } from "@/lib/domain/added";
import type { GroupKind } from "@/lib/domain/groups";

type Props = { kind: GroupKind; command: string; how: Added["how"]; open: Added["open"]; fix: WizardAction };

/** Those of a group who could not be added: why, and their entries to put right and send again. */
export function FixForm({ kind, command, how, open, fix }: Props) {
  const t = useTranslations("wizard");
  const step = useWizardForm(fix, { people: [open.map(({ input }) => input).join("\n")] });
  return (
    <form {...step.form} className="grid gap-4">
      <div ref={step.refused} className="contents">
        <ErrorSummary message={step.message} fields={step.fields} />
      </div>
      <ul className="note note-warning">
        {open.slice(0, 50).map(({ input, name, reason }) => (
          <li key={input} className="break">
            <strong className="font-medium">{name}</strong>: {reason}
          </li>
        ))}
        {open.length > 50 && <li>{t("andMore", { count: open.length - 50 })}</li>}
      </ul>
      <input type="hidden" name="command" value={command} />
      <PeopleText kind={kind} text={step.value("people")} error={step.fields.people} rows={5} />
      <div className="new-foot">
        <Submit variant="primary">{t(`how.${how}`)}</Submit>
      </div>
    </form>
  );
}
