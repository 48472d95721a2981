import type { GroupAt } from "@/components/groups/group-screen";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Field, TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { Choices } from "@/components/wizard/choices";
import { deleteGroupAction, editGroupAction } from "@/lib/actions/groups";

type Props = GroupAt & { back: string };

/** Name, description and managers. */
export function EditGroup({ org, group, back }: Props) {
  return (
    <ActionForm action={editGroupAction.bind(null, { org })} said="Saved." className="group-form">
      <input type="hidden" name="group" value={group.id} />
      <TextField name="name" label="Name" defaultValue={group.name} maxLength={60} required />
      <Field id="description" label="Description">
        <textarea
          id="description"
          name="description"
          rows={2}
          maxLength={500}
          className="input"
          defaultValue={group.description ?? ""}
        />
      </Field>
      <Choices
        name="managers"
        label="Managers"
        hint="They change who is in the group."
        options={group.colleagues}
        chosen={group.managers.map(({ id }) => id)}
      />
      <p className="flex gap-2">
        <Submit variant="primary">Save</Submit>
        <ButtonLink href={back} data-still>
          Close
        </ButtonLink>
      </p>
    </ActionForm>
  );
}

/** Deletes the group once its name has been typed. */
export function DeleteGroup({ org, group, back }: Props) {
  const tab = group.kind === "team" ? ("teams" as const) : ("groups" as const);
  return (
    <ActionForm action={deleteGroupAction.bind(null, { org, tab })} className="group-form">
      <input type="hidden" name="group" value={group.id} />
      <p>
        Roles held by <bdi>{group.name}</bdi> become unassigned, and people who are in a workspace only
        through it leave that workspace. Contacts stay.
      </p>
      <TextField name="name" label={`Type “${group.name}” to delete it`} autoComplete="off" required />
      <p className="flex gap-2">
        <Submit variant="danger">Delete {group.name}</Submit>
        <ButtonLink href={back} data-still>
          Keep
        </ButtonLink>
      </p>
    </ActionForm>
  );
}
