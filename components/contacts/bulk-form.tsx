"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { BulkOutcome } from "@/components/contacts/bulk-outcome";
import { buttonWords } from "@/components/contacts/bulk-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { useChosen } from "@/components/ui/use-chosen";
import { useSentForm } from "@/components/ui/use-sent-form";
import type { BulkState } from "@/lib/actions/bulk";
import type { BulkAct, BulkView } from "@/lib/domain/bulk";

export type BulkProps = {
  org: string;
  act: BulkAct;
  view: BulkView;
  /** Made with the page: the same form sent twice does everything once. */
  command: string;
  back: string;
  /** What the workspaces or groups are narrowed to. */
  find?: string;
  action: (state: BulkState, form: FormData) => Promise<BulkState>;
};

/** What an act on many needs to know, the button that does it, and, once it is done, what became of each. */
export function BulkForm({ org, act, view, command, back, find, action }: BulkProps) {
  const t = useTranslations("contacts");
  const ui = useTranslations("ui");
  const { state, isBusy, form } = useSentForm(action);
  const { chosen: target, select } = useChosen(state?.ok === false ? (state.typed[act]?.[0] ?? "") : "");
  if (state?.ok)
    return <BulkOutcome org={org} answer={state.data} back={back} next={nextOf(org, act, target, view)} />;
  if (view.contacts.length === 0) return <Nobody isTooMany={view.isTooMany} back={back} />;
  const targets = act === "workspace" ? view.workspaces : view.groups;
  if ((act === "workspace" || act === "group") && targets.length === 0)
    return (
      <Empty title={find ? t("bulk.noMatch", { find }) : t(`bulk.noTarget.${act}`)}>
        <ButtonLink href={back}>{t("many.back")}</ButtonLink>
      </Empty>
    );

  const chosen = [...view.workspaces, ...view.groups].find(({ id }) => id === target);
  return (
    <form {...form} className="grid gap-4">
      <ErrorSummary message={state?.message} fields={state?.fields} />
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="contacts" value={view.contacts.join(",")} />
      <Target act={act} view={view} select={select} error={state?.fields?.[act]} />
      {act === "workspace" && view.contacts.length === 1 && <RoleField view={view} target={target} />}
      {(act === "workspace" || act === "invite") && (
        <TextAreaField
          name="note"
          label={t("bulk.note")}
          rows={3}
          maxLength={500}
          defaultValue={state?.typed.note?.[0]}
          error={state?.fields?.note}
        />
      )}
      <p className="hint">{t(`bulk.effect.${act}`)}</p>
      <div className="new-foot">
        <ButtonLink href={back}>{ui("cancel")}</ButtonLink>
        <Button type="submit" variant={act === "deactivate" ? "danger" : "primary"} isBusy={isBusy}>
          <span className="truncate">{buttonWords(act, view.contacts.length, chosen?.name, t)}</span>
        </Button>
      </div>
    </form>
  );
}

/** In place of an act on nobody. */
export function Nobody({ isTooMany, back }: { isTooMany: boolean; back: string }) {
  const t = useTranslations("contacts");
  return (
    <Empty title={isTooMany ? t("bulk.tooMany", { most: 10_000 }) : t("bulk.nobody")}>
      <ButtonLink href={back}>{t("many.back")}</ButtonLink>
    </Empty>
  );
}

function nextOf(org: string, act: BulkAct, target: string, view: BulkView) {
  const workspace = act === "workspace" ? view.workspaces.find(({ id }) => id === target) : null;
  if (workspace) return { href: `/${org}/w/${workspace.id}?panel=members`, name: workspace.name };
  const group = act === "group" ? view.groups.find(({ id }) => id === target) : null;
  return group ? { href: `/${org}/contacts/groups/${group.id}`, name: group.name } : null;
}

type TargetProps = Pick<BulkProps, "act" | "view"> & {
  select: ComponentProps<"select">;
  error?: string;
};

function Target({ act, view, select, error }: TargetProps) {
  const t = useTranslations("contacts");
  if (act !== "workspace" && act !== "group") return null;
  const list = act === "workspace" ? view.workspaces : view.groups;
  return (
    <SelectField name={act} label={t(`bulk.label.${act}`)} required {...select} error={error}>
      <option value="">{t(`bulk.choose.${act}`)}</option>
      {list.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** Roles of the workspace chosen; before one is, of all of them, each under its name. */
function RoleField({ view, target }: { view: BulkView; target: string }) {
  const t = useTranslations("contacts");
  const fits = ({ audience }: { audience: string }) => audience === "any" || audience === view.kind;
  const shown = view.workspaces
    .filter(({ id }) => !target || id === target)
    .map((one) => ({ ...one, roles: one.roles.filter(fits) }))
    .filter(({ roles }) => roles.length > 0);
  if (shown.length === 0) return null;
  return (
    <SelectField name="role" label={t("bulk.role")} key={target} defaultValue="">
      <option value="">{t("bulk.noRole")}</option>
      {shown.map(({ id, name, roles }) => (
        <optgroup key={id} label={name}>
          {roles.map((role) => (
            <option key={role.id} value={role.id}>
              {role.name}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
