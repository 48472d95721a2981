"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import { DuplicateList } from "@/components/wizard/duplicate-list";
import { howWords, type Sends } from "@/components/wizard/how-words";
import { PlaceFields, type PlaceOption } from "@/components/wizard/place-fields";
import type { Keep } from "@/components/wizard/use-left";
import { useWizardForm, type WizardAction } from "@/components/wizard/use-wizard-form";
import type { Values } from "@/components/wizard/wizard-words";
import type { PersonKind } from "@/lib/domain/draft-details";
import type { Duplicate } from "@/lib/domain/duplicates";
import type { How } from "@/lib/domain/how";

const hows: How[] = ["workspace", "contacts", "quiet"];

type Props = {
  org: string;
  draft: string;
  /** "Kim", or the name of the group. */
  name: string;
  sends: Sends | null;
  person: PersonKind | null;
  alike: Duplicate[];
  workspaces: PlaceOption[];
  choose: WizardAction;
  keep: Keep;
  kept: Values;
};

/** Second step: what is to happen with who was described. The button repeats the choice. */
export function HowForm({ org, draft, name, sends, person, alike, workspaces, choose, keep, kept }: Props) {
  const t = useTranslations("wizard");
  const ui = useTranslations("ui");
  const step = useWizardForm(choose, kept, draft, keep);
  const how = step.value("how") || "workspace";
  return (
    <form {...step.form} className="how-form">
      <button type="submit" hidden>
        {ui("add")}
      </button>
      <div ref={step.refused} className="contents">
        <ErrorSummary message={step.message} fields={step.fields} />
      </div>
      {person && alike.length > 0 && (
        <div className="note note-warning">
          <DuplicateList org={org} kind={person} list={alike} />
        </div>
      )}
      <fieldset className="grid gap-2">
        <legend className="how-question">{t("howQuestion", { name })}</legend>
        {hows.map((one) => (
          <Fragment key={one}>
            <HowCard how={one} isChosen={how === one} isGroup={sends !== null} />
            {one === "workspace" && (
              <PlaceFields workspaces={workspaces} value={step.value} fields={step.fields} />
            )}
          </Fragment>
        ))}
      </fieldset>
      <div className="how-note">
        <TextAreaField
          name="note"
          label={t("note")}
          maxLength={500}
          defaultValue={step.value("note")}
          error={step.fields.note}
        />
      </div>
      <div className="new-foot">
        <Button type="submit" name="step" value="back" formNoValidate>
          {ui("back")}
        </Button>
        <Button type="submit" variant="primary" isBusy={step.isPending}>
          <span className="how-words">
            {hows.map((one) => (
              <span key={one} data-how={one}>
                {howWords(one, sends, t)}
              </span>
            ))}
          </span>
        </Button>
      </div>
    </form>
  );
}

function HowCard({ how, isChosen, isGroup }: { how: How; isChosen: boolean; isGroup: boolean }) {
  const t = useTranslations("wizard");
  return (
    <label className="how-card">
      <input
        type="radio"
        name="how"
        value={how}
        defaultChecked={isChosen}
        required
        aria-labelledby={`how-${how}`}
        aria-describedby={`how-${how}-hint`}
      />
      <span>
        <span id={`how-${how}`} className="font-medium">
          {t(`how.${how}`)}
        </span>
        <span id={`how-${how}-hint`} className="hint">
          {t(`${isGroup ? "effectGroup" : "effect"}.${how}`)}
        </span>
      </span>
    </label>
  );
}
