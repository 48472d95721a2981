import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { ButtonLink } from "@/components/ui/button";
import { Field, SelectField, TextField } from "@/components/ui/field";
import { Seen } from "@/components/ui/seen";
import { Submit } from "@/components/ui/submit";
import { type Common, editPath } from "@/components/workspace/common";
import { addActionAction, editActionAction, removeActionAction } from "@/lib/actions/flow";
import type { ActionView, RoleView } from "@/lib/domain/views";

type Props = { at: Common["at"]; roles: RoleView[] };

/** A new action, at the end of the flow. */
export function NewAction({ at, roles }: Props) {
  const flow = useTranslations("flow");
  return (
    <div className="note">
      <ActionForm action={addActionAction.bind(null, at)} className="grid gap-3">
        <Words />
        <Kind kind="todo" />
        <Role roles={roles} />
        <Due dueOn={null} />
        <Start isTogether={false} />
        <Foot at={at} back="new-action" label={flow("addAction")} />
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
  const ui = useTranslations("ui");
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
        <Foot at={at} back={action.id} label={ui("save")} />
      </ActionForm>
      <Remove at={at} action={action} />
    </li>
  );
}

function Words({ title, instructions }: { title?: string; instructions?: string | null }) {
  const t = useTranslations("workspace.edit");
  const flow = useTranslations("flow");
  return (
    <>
      <TextField
        name="title"
        label={t("title")}
        defaultValue={title}
        maxLength={120}
        required
        autoFocus
        autoComplete="off"
      />
      <Field id="instructions" label={flow("instructions")}>
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
}

const kinds = ["todo", "approval", "acknowledgement"] as const;

function Kind({ kind }: { kind: ActionView["kind"] }) {
  const t = useTranslations("workspace.edit");
  const flow = useTranslations("flow");
  return (
    <SelectField name="kind" label={t("kind")} defaultValue={kind}>
      {kinds.map((value) => (
        <option key={value} value={value}>
          {flow(`kind.${value}`)}
        </option>
      ))}
    </SelectField>
  );
}

function Role({ roles, role }: { roles: RoleView[]; role?: string }) {
  const t = useTranslations("workspace.edit");
  return (
    <SelectField name="role" label={t("role")} defaultValue={role}>
      {roles.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function Due({ dueOn }: { dueOn: string | null }) {
  const flow = useTranslations("flow");
  return <TextField name="dueOn" type="date" label={flow("dueDate")} defaultValue={dueOn ?? ""} />;
}

function Start({ isTogether }: { isTogether: boolean }) {
  const t = useTranslations("workspace.edit");
  const flow = useTranslations("flow");
  return (
    <SelectField name="start" label={t("starts")} defaultValue={isTogether ? "together" : "after"}>
      <option value="after">{flow("start.after")}</option>
      <option value="together">{flow("start.together")}</option>
    </SelectField>
  );
}

/** The button that saves, and the way back without saving. */
export function Foot({ at, back, label }: { at: Common["at"]; back: string; label: string }) {
  const ui = useTranslations("ui");
  return (
    <p className="flex gap-2">
      <Submit variant="primary">{label}</Submit>
      <ButtonLink href={editPath(at, { was: back })} data-still>
        {ui("cancel")}
      </ButtonLink>
    </p>
  );
}

function Remove({ at, action }: { at: Common["at"]; action: ActionView }) {
  const t = useTranslations("workspace.edit");
  return (
    <details className="mt-2">
      <summary>{t("remove")}</summary>
      <ActionForm
        action={removeActionAction.bind(null, at)}
        className="grid gap-2"
        data-gone-says={t("removed", { name: action.title })}
      >
        <input type="hidden" name="action" value={action.id} />
        <p>{t.rich("removingAction", { title: action.title, b: bdi })}</p>
        <Submit variant="danger">{t("removeAction")}</Submit>
      </ActionForm>
    </details>
  );
}
