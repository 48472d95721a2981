"use client";

import "./new-flow.css";
import { useTranslations } from "next-intl";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import {
  type ActionDraft,
  type ActionFieldsProps,
  DatedFields,
  emptyAction,
  emptyRole,
  type Keyed,
  type RoleDraft,
  RoleFields,
  RowTools,
  times,
} from "@/components/workspace/new-workspace-rows";
import { useRows } from "@/components/workspace/use-rows";
import { type WrongPlace, wrongPlace } from "@/components/workspace/wrong-place";
import type { FlowDraft } from "@/lib/actions/flow-draft";

/** Empty rows for those without script, who cannot add any. */
const SPARE_ROLES = 3;
const SPARE_ACTIONS = 5;

const keyed = <T,>(list: T[]): Keyed<T>[] => list.map((row, index) => ({ ...row, key: String(index) }));

type Props = {
  draft: FlowDraft;
  error?: string;
  /** Where in the flow that was sent the error lies. */
  within?: PropertyKey[];
  hint?: string;
  /** The fields of one action. */
  fields?: ComponentType<ActionFieldsProps>;
};

/** Roles and actions as rows to add, change, move and remove. Actions keep their role when roles move. */
export function NewFlow({ draft, error, within, hint, fields = DatedFields }: Props) {
  const t = useTranslations("flow");
  const roles = useRows<RoleDraft>(keyed(draft.roles));
  const actions = useRows<ActionDraft>(keyed(draft.actions));
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const wrong = wrongPlace(within, draft);
  const choices = hasScript
    ? roles.rows
    : [...roles.rows, ...times(SPARE_ROLES, (key) => emptyRole(`spare ${key}`))];

  const pointTo = (place: (role: number) => number) =>
    actions.setRows(actions.rows.map((row) => ({ ...row, role: String(place(Number(row.role))) })));

  function moveRole(from: number, by: 1 | -1) {
    roles.move(from, by);
    pointTo((role) => (role === from ? from + by : role === from + by ? from : role));
  }

  function removeRole(key: string, place: number) {
    roles.remove(key);
    pointTo((role) => Math.max(0, role > place || role === roles.rows.length - 1 ? role - 1 : role));
  }

  return (
    <>
      <Group
        title={t("roles")}
        hint={hint ?? t("rolesHint")}
        error={wrong?.list === "actions" ? undefined : error}
        add={[t("addRole"), () => roles.add(emptyRole)]}
        spare={times(SPARE_ROLES, (key, place) => (
          <div key={key} className="new-row new-role">
            <RoleFields row={emptyRole(key)} place={roles.rows.length + place} />
          </div>
        ))}
      >
        {roles.rows.map((row, place) => (
          <li key={row.key} className="new-row new-role">
            <RoleFields
              row={row}
              place={place}
              change={(changed) => roles.change(row.key, changed)}
              wrong={fieldAt(wrong, "roles", place)}
            />
            <RowTools
              of="roleRow"
              place={place}
              isFirst={place === 0}
              isLast={place === roles.rows.length - 1}
              move={(by) => moveRole(place, by)}
              remove={() => removeRole(row.key, place)}
            />
          </li>
        ))}
      </Group>
      <ActionGroup
        actions={actions}
        roles={choices}
        fields={fields}
        wrong={wrong}
        error={wrong?.list === "actions" ? error : undefined}
      />
    </>
  );
}

const fieldAt = (wrong: WrongPlace | null, list: WrongPlace["list"], row: number) =>
  wrong?.list === list && wrong.row === row ? wrong.field : undefined;

function ActionGroup({
  actions,
  roles,
  fields: Fields,
  wrong,
  error,
}: {
  actions: ReturnType<typeof useRows<ActionDraft>>;
  roles: ActionFieldsProps["roles"];
  fields: ComponentType<ActionFieldsProps>;
  wrong: WrongPlace | null;
  error?: string;
}) {
  const t = useTranslations("flow");
  return (
    <Group
      title={t("actions")}
      hint={t("actionsHint")}
      error={error}
      add={[t("addAction"), () => actions.add((key) => emptyAction(key, "0"))]}
      spare={times(SPARE_ACTIONS, (key, place) => (
        <div key={key} className="new-row new-action">
          <Fields row={emptyAction(key, "0")} place={actions.rows.length + place} roles={roles} />
        </div>
      ))}
    >
      {actions.rows.map((row, place) => (
        <li key={row.key} className="new-row new-action">
          <Fields
            row={row}
            place={place}
            roles={roles}
            change={(changed) => actions.change(row.key, changed)}
            wrong={fieldAt(wrong, "actions", place)}
          />
          <RowTools
            of="actionRow"
            place={place}
            isFirst={place === 0}
            isLast={place === actions.rows.length - 1}
            move={(by) => actions.move(place, by)}
            remove={() => actions.remove(row.key)}
          />
        </li>
      ))}
    </Group>
  );
}

type GroupProps = {
  title: string;
  hint: string;
  error?: string;
  add: [label: string, act: () => void];
  spare: ReactNode;
  children: ReactNode;
};

function Group({ title, hint, error, add: [label, act], spare, children }: GroupProps) {
  return (
    <fieldset className="new-group">
      <legend>{title}</legend>
      <p className="hint">{hint}</p>
      {error && (
        <p id="flow" className="error">
          {error}
        </p>
      )}
      <ol>{children}</ol>
      <noscript>{spare}</noscript>
      <Button variant="ghost" className="new-add" onClick={act}>
        <Icon name="plus" />
        {label}
      </Button>
    </fieldset>
  );
}
