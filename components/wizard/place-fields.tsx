"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { SelectField, TextField } from "@/components/ui/field";
import { useChosen } from "@/components/ui/use-chosen";

export type PlaceOption = { id: string; name: string; roles: { id: string; name: string }[] };

type Props = {
  workspaces: PlaceOption[];
  value: (name: string) => string;
  fields: Record<string, string>;
};

/** Which workspace: one's own, or a new one, and the role to fill. Shown for "Add to Workspace" only. */
export function PlaceFields({ workspaces, value, fields }: Props) {
  const t = useTranslations("wizard");
  const { chosen: workspace, select } = useChosen(value("workspace") || (workspaces.length > 0 ? "" : "new"));
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const withRoles = workspaces.filter(
    ({ id, roles }) => roles.length > 0 && (!hasScript || id === workspace),
  );
  return (
    <div className="how-workspace">
      <SelectField name="workspace" label={t("workspace")} {...select} error={fields.workspace}>
        <option value="">{t("chooseWorkspace")}</option>
        {workspaces.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="new">{t("newWorkspace")}</option>
      </SelectField>
      <div className="how-new">
        <TextField
          name="workspaceName"
          label={t("newName")}
          defaultValue={value("workspaceName")}
          error={fields.workspaceName}
          maxLength={60}
          autoComplete="off"
        />
      </div>
      {withRoles.length > 0 && (
        <div className="how-role">
          <SelectField
            key={hasScript ? workspace : ""}
            name="role"
            label={t("role")}
            defaultValue={value("role")}
            error={fields.role}
          >
            <option value="">{t("noRole")}</option>
            {withRoles.map(({ id, name, roles }) => (
              <optgroup key={id} label={name}>
                {roles.map((role) => (
                  <option key={role.id} value={role.id}>
                    {role.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
        </div>
      )}
    </div>
  );
}
