import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Field, SelectField, TextField } from "@/components/ui/field";
import { Seen } from "@/components/ui/seen";
import { Submit } from "@/components/ui/submit";
import { kindWords } from "@/components/workspace/action-words";
import { type Common, editPath } from "@/components/workspace/common";
import { addActionAction, editActionAction, removeActionAction } from "@/lib/actions/flow";
import type { ActionView, RoleView } from "@/lib/domain/views";

type Props = { at: Common["at"]; roles: RoleView[] };

/** A new action, at the end of the flow. */
export function NewAction({ at, roles }: Props) {
  return (
    <div className="note">
      <ActionForm action={addActionAction.bind(null, at)} className="grid gap-3">
        <Words />
        <Kind kind="todo" />
        <Role roles={roles} />
        <Due dueOn={null} />
        <Start isTogether={false} />
        <Foot at={at} back="new-action" label="Add action" />
      </ActionForm>
    </div>
  );
}

/** An action, open: what it says, its kind, role, due day and start; and a way to remove it. A completed one keeps all but its words. */
export function ActionEditor({
  at,
  action,
  roles,
  isFirst,
  isTogether,
}: Props & { action: ActionView; isFirst: boolean; isTogether: boolean }) {
  const start = isTogether ? "together" : "after";
  return (
    <li className="note" data-id={action.id}>
      <ActionForm action={editActionAction.bind(null, at)} className="grid gap-3">
        <input type="hidden" name="action" value={action.id} />
        <Seen
          values={{
            title: action.title,
            kind: action.kind,
            dueOn: action.dueOn ?? "",
            instructions: action.instructions ?? "",
            role: action.role.id,
            start,
          }}
        />
        <Words {...action} />
        {action.state === "done" ? (
          <>
            <input type="hidden" name="kind" value={action.kind} />
            <input type="hidden" name="role" value={action.role.id} />
          </>
        ) : (
          <>
            <Kind kind={action.kind} />
            <Role roles={roles} role={action.role.id} />
          </>
        )}
        <Due dueOn={action.dueOn} />
        {isFirst || action.state === "done" ? (
          <input type="hidden" name="start" value={start} />
        ) : (
          <Start isTogether={isTogether} />
        )}
        <Foot at={at} back={action.id} label="Save" />
      </ActionForm>
      <Remove at={at} action={action} />
    </li>
  );
}

const Words = ({ title, instructions }: { title?: string; instructions?: string | null }) => (
  <>
    <TextField
      name="title"
      label="Title"
      defaultValue={title}
      maxLength={120}
      required
      autoFocus
      autoComplete="off"
    />
    <Field id="instructions" label="Instructions (optional)">
      <textarea
        id="instructions"
        name="instructions"
        rows={2}
        maxLength={2000}
        defaultValue={instructions ?? ""}
        className="input"
      />
    </Field>
  </>
);

const Kind = ({ kind }: { kind: ActionView["kind"] }) => (
  <SelectField name="kind" label="Kind" defaultValue={kind}>
    {Object.entries(kindWords).map(([value, words]) => (
      <option key={value} value={value}>
        {words}
      </option>
    ))}
  </SelectField>
);

const Role = ({ roles, role }: { roles: RoleView[]; role?: string }) => (
  <SelectField name="role" label="Role" defaultValue={role}>
    {roles.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </SelectField>
);

const Due = ({ dueOn }: { dueOn: string | null }) => (
  <TextField name="dueOn" type="date" label="Due date (optional)" defaultValue={dueOn ?? ""} />
);

const Start = ({ isTogether }: { isTogether: boolean }) => (
  <SelectField name="start" label="Starts" defaultValue={isTogether ? "together" : "after"}>
    <option value="after">After the one before</option>
    <option value="together">Together with the one before</option>
  </SelectField>
);

/** The button that saves, and the way back without saving. */
export const Foot = ({ at, back, label }: { at: Common["at"]; back: string; label: string }) => (
  <p className="flex gap-2">
    <Submit variant="primary">{label}</Submit>
    <ButtonLink href={editPath(at, { was: back })} data-still>
      Cancel
    </ButtonLink>
  </p>
);

function Remove({ at, action }: { at: Common["at"]; action: ActionView }) {
  return (
    <details className="mt-2">
      <summary>Remove…</summary>
      <ActionForm
        action={removeActionAction.bind(null, at)}
        className="grid gap-2"
        data-gone-says={`${action.title} removed.`}
      >
        <input type="hidden" name="action" value={action.id} />
        <p>
          <bdi>{action.title}</bdi> leaves the flow for everybody. What happened stays in the activity.
        </p>
        <Submit variant="danger">Remove action</Submit>
      </ActionForm>
    </details>
  );
}
