"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { RolePerson } from "@/components/templates/role-person";
import { Button, ButtonLink } from "@/components/ui/button";
import { CommandId } from "@/components/ui/command-id";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { useWizardForm, type WizardAction } from "@/components/wizard/use-wizard-form";
import type { TemplateFlow } from "@/lib/domain/template-views";

type Props = {
  org: string;
  template: { id: string; name: string };
  command: string;
  roles: TemplateFlow["roles"];
  suggested: Record<"internal" | "client" | "any", string[]>;
  isAdmin: boolean;
  start: WizardAction;
};

/** To the next field of the form, or its button. */
function goOn(from: HTMLElement): void {
  const all = from
    .closest("form")
    ?.querySelectorAll<HTMLElement>("input:not([type=hidden]), select, [type=submit]");
  const fields = [...(all ?? [])];
  fields[fields.indexOf(from) + 1]?.focus();
}

/**
 * Enter takes a name into its field and goes on to the next one, so that half a list of people makes no workspace. What
 * is typed into a People field is that field's to take.
 */
function onEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, target, nativeEvent } = event;
  if (key !== "Enter" || event.ctrlKey || event.metaKey || nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement) || (event.defaultPrevented && target.value)) return;
  event.preventDefault();
  goOn(target);
}

/** Name, and who fills each role; whoever is left out stays out. What was typed stays beside its role. */
export function UseForm({ org, template, command, roles, suggested, isAdmin, start }: Props) {
  const t = useTranslations("templates");
  const ui = useTranslations("ui");
  const step = useWizardForm(start, { command: [command], name: [template.name] });
  const { fields, value, values } = step;
  const typedFor = (role: string, field: string) => values(field)[values("roles").indexOf(role)] ?? "";
  const lists = [...new Set(roles.map(({ audience }) => audience))];
  return (
    <form {...step.form} onKeyDown={onEnter} className="new-workspace">
      <div ref={step.refused} className="contents">
        <ErrorSummary message={step.message} fields={fields} />
      </div>
      <CommandId value={value("command")} />
      <input type="hidden" name="template" value={template.id} />
      <div className="new-head">
        <TextField
          name="name"
          label={t("workspaceName")}
          defaultValue={value("name")}
          error={fields.name}
          maxLength={60}
          required
          autoComplete="off"
        />
        <TextField
          name="dueOn"
          type="date"
          label={t("dueDate")}
          defaultValue={value("dueOn")}
          error={fields.dueOn}
        />
      </div>
      {roles.length > 0 && (
        <fieldset className="template-people">
          <legend className="font-semibold">{t("whoFills")}</legend>
          <p className="hint">{t("whoFillsHint")}</p>
          {fields.people && (
            <p id="people" className="error">
              {fields.people}
            </p>
          )}
          {roles.map((role, place) => (
            <RolePerson
              key={role.name}
              org={org}
              role={role}
              place={place}
              typed={typedFor(role.name, "people")}
              kind={typedFor(role.name, "kinds")}
              isAdmin={isAdmin}
              goOn={goOn}
            />
          ))}
          {lists.map((audience) => (
            <datalist key={audience} id={`people-${audience}`}>
              {suggested[audience].map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          ))}
        </fieldset>
      )}
      <div className="new-foot">
        <ButtonLink href={`/${org}/templates`}>{ui("cancel")}</ButtonLink>
        <Button type="submit" variant="primary" isBusy={step.isPending}>
          {t("createWorkspace")}
        </Button>
      </div>
    </form>
  );
}
