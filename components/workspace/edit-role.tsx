import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/field";
import type { Common } from "@/components/workspace/common";
import { Foot, Remove } from "@/components/workspace/edit-parts";
import { addRoleAction, editRoleAction, removeRoleAction } from "@/lib/actions/flow";
import type { RoleView } from "@/lib/domain/views";

const audiences = ["any", "internal", "client"] as const;

function Fields({ name, audience = "any" }: { name?: string; audience?: RoleView["audience"] }) {
  const t = useTranslations("workspace.edit");
  const flow = useTranslations("flow");
  const ui = useTranslations("ui");
  return (
    <>
      <TextField
        name="name"
        label={ui("name")}
        defaultValue={name}
        maxLength={60}
        required
        autoFocus
        autoComplete="off"
      />
      <SelectField name="audience" label={t("audience")} defaultValue={audience}>
        {audiences.map((value) => (
          <option key={value} value={value}>
            {flow(`audience.${value}`)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** A new role, after the others. */
export function NewRole({ at }: { at: Common["at"] }) {
  const flow = useTranslations("flow");
  return (
    <div className="note">
      <ActionForm action={addRoleAction.bind(null, at)} className="grid gap-3">
        <Fields />
        <Foot at={at} back="new-role" label={flow("addRole")} />
      </ActionForm>
    </div>
  );
}

type Props = { at: Common["at"]; role: RoleView; roles: RoleView[]; actions: number };

/** A role, open: its name and who may fill it; and a way to remove it, which says where its actions go. */
export function RoleEditor({ at, role, roles, actions }: Props) {
  const t = useTranslations("workspace.edit");
  const ui = useTranslations("ui");
  return (
    <li className="note" data-id={role.id} data-removed-says={t("removedMeanwhile", { name: role.name })}>
      <ActionForm action={editRoleAction.bind(null, at)} className="grid gap-3">
        <input type="hidden" name="role" value={role.id} />
        <Fields {...role} />
        <Foot at={at} back={role.id} label={ui("save")} />
      </ActionForm>
      <Remove
        act={removeRoleAction.bind(null, at)}
        field={{ name: "role", value: role.id }}
        title={role.name}
        label={t("removeRole")}
      >
        <p>{role.holder ? t("staysMember", { name: role.holder.name }) : t("nobodyLoses")}</p>
        {actions > 0 && <Takers role={role} roles={roles} actions={actions} />}
      </Remove>
    </li>
  );
}

function Takers({ role, roles, actions }: Omit<Props, "at">) {
  const t = useTranslations("workspace.edit");
  return (
    <SelectField name="to" label={t("takers", { count: actions })} defaultValue="" required>
      <option value="">{t("chooseRole")}</option>
      {roles
        .filter(({ id }) => id !== role.id)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}
