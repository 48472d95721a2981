import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import type { Common } from "@/components/workspace/common";
import { Foot } from "@/components/workspace/edit-action";
import { addRoleAction, editRoleAction, removeRoleAction } from "@/lib/actions/flow";
import type { RoleView } from "@/lib/domain/views";

export const audienceWords = { any: "Anyone", internal: "Internal users", client: "Clients" } as const;

const Fields = ({ name, audience = "any" }: { name?: string; audience?: RoleView["audience"] }) => (
  <>
    <TextField
      name="name"
      label="Name"
      defaultValue={name}
      maxLength={60}
      required
      autoFocus
      autoComplete="off"
    />
    <SelectField name="audience" label="Who may fill it" defaultValue={audience}>
      {Object.entries(audienceWords).map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </SelectField>
  </>
);

/** A new role, after the others. */
export function NewRole({ at }: { at: Common["at"] }) {
  return (
    <div className="note">
      <ActionForm action={addRoleAction.bind(null, at)} className="grid gap-3">
        <Fields />
        <Foot at={at} back="new-role" label="Add role" />
      </ActionForm>
    </div>
  );
}

type Props = { at: Common["at"]; role: RoleView; roles: RoleView[]; actions: number };

/** A role, open: its name and who may fill it; and a way to remove it, which says where its actions go. */
export function RoleEditor({ at, role, roles, actions }: Props) {
  return (
    <li className="note" data-id={role.id}>
      <ActionForm action={editRoleAction.bind(null, at)} className="grid gap-3">
        <input type="hidden" name="role" value={role.id} />
        <Fields {...role} />
        <Foot at={at} back={role.id} label="Save" />
      </ActionForm>
      <details className="mt-2">
        <summary>Remove…</summary>
        <ActionForm
          action={removeRoleAction.bind(null, at)}
          className="grid gap-2"
          data-gone-says={`${role.name} removed.`}
        >
          <input type="hidden" name="role" value={role.id} />
          <p>{role.holder ? `${role.holder.name} stays a member.` : "Nobody loses access."}</p>
          {actions > 0 && <Takers role={role} roles={roles} actions={actions} />}
          <Submit variant="danger">Remove role</Submit>
        </ActionForm>
      </details>
    </li>
  );
}

const Takers = ({ role, roles, actions }: Omit<Props, "at">) => (
  <SelectField
    name="to"
    label={actions === 1 ? "Its action goes to" : `Its ${actions} actions go to`}
    defaultValue=""
    required
  >
    <option value="">Choose a role</option>
    {roles
      .filter(({ id }) => id !== role.id)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
  </SelectField>
);
