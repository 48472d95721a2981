import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { Seen } from "@/components/ui/seen";
import type { Common } from "@/components/workspace/common";
import { Foot, Remove } from "@/components/workspace/edit-parts";
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
  const t = useTranslations("workspace.edit");
  const ui = useTranslations("ui");
  const start = isTogether ? "together" : "after";
  return (
    <li
      className="note"
      data-id={action.id}
      data-removed-says={t("removedMeanwhile", { name: action.title })}
    >
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
      <Remove
        act={removeActionAction.bind(null, at)}
        field={{ name: "action", value: action.id }}
        title={action.title}
        label={t("removeAction")}
      >
        <p>{t.rich("removingAction", { title: action.title, b: bdi })}</p>
      </Remove>
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
      <TextAreaField
        name="instructions"
        label={flow("instructions")}
        rows={2}
        maxLength={2000}
        defaultValue={instructions ?? ""}
      />
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
