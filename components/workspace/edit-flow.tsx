import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { calendarDay } from "@/components/ui/moment";
import { type Common, type Editing, editPath } from "@/components/workspace/common";
import { ActionEditor, NewAction } from "@/components/workspace/edit-action";
import { NewRole, RoleEditor } from "@/components/workspace/edit-role";
import { EditRow } from "@/components/workspace/edit-row";
import { reorderActionsAction, reorderRolesAction } from "@/lib/actions/flow";
import type { ActionView } from "@/lib/domain/views";

type Props = Common & { editing: Editing };

/** The flow as rows to add, change, move and remove; one row is open at a time, and which is in the address. */
export function EditFlow(props: Props) {
  return (
    <div className="grid gap-6">
      <EditActions {...props} />
      <EditRoles {...props} />
    </div>
  );
}

const isTogether = (list: ActionView[], i: number) => list[i]?.stage === list[i - 1]?.stage;

function EditActions({ at, view, clock, editing }: Props) {
  const t = useTranslations("workspace");
  const flow = useTranslations("flow");
  const { actions, roles } = view;
  const facts = (action: ActionView, i: number) =>
    [
      /^(done|declined)$/.test(action.state) && t(`actions.states.${action.state}`),
      flow(`kind.${action.kind}`),
      action.role.name,
      action.dueOn && t("actions.due", { day: calendarDay(action.dueOn, clock) }),
      isTogether(actions, i) && t("edit.together"),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <section aria-labelledby="edit-actions">
      <h2 id="edit-actions" className="group-heading">
        {flow("actions")}
      </h2>
      <Order form="action-order" ids={actions} action={reorderActionsAction.bind(null, at)} />
      <ol className="actions py-2" data-drag="action-order">
        {actions.map((action, i) =>
          action.id === editing.row ? (
            <ActionEditor
              key={action.id}
              {...{ at, action, roles }}
              isFirst={i === 0}
              isTogether={isTogether(actions, i)}
            />
          ) : (
            <EditRow
              key={action.id}
              at={at}
              id={action.id}
              title={action.title}
              facts={facts(action, i)}
              wasOpen={editing.was === action.id}
              form="action-order"
              state={action.state}
            />
          ),
        )}
      </ol>
      {roles.length === 0 ? (
        <p className="hint">{t("edit.addRoleFirst")}</p>
      ) : editing.row === "new-action" ? (
        <NewAction at={at} roles={roles} />
      ) : (
        <AddLink at={at} row="new-action" label={flow("addAction")} />
      )}
    </section>
  );
}

function EditRoles({ at, view, editing }: Props) {
  const t = useTranslations("workspace");
  const flow = useTranslations("flow");
  const { actions, roles } = view;
  return (
    <section aria-labelledby="edit-roles">
      <h2 id="edit-roles" className="group-heading">
        {flow("roles")}
      </h2>
      <Order form="role-order" ids={roles} action={reorderRolesAction.bind(null, at)} />
      <ol className="actions py-2" data-drag="role-order">
        {roles.map((role) =>
          role.id === editing.row ? (
            <RoleEditor
              key={role.id}
              {...{ at, role, roles }}
              actions={actions.filter((action) => action.role.id === role.id).length}
            />
          ) : (
            <EditRow
              key={role.id}
              at={at}
              id={role.id}
              title={role.name}
              wasOpen={editing.was === role.id}
              facts={`${flow(`audience.${role.audience}`)} · ${role.holder?.name ?? t("edit.unassigned")}`}
              form="role-order"
            />
          ),
        )}
      </ol>
      {editing.row === "new-role" ? (
        <NewRole at={at} />
      ) : (
        <AddLink at={at} row="new-role" label={flow("addRole")} />
      )}
    </section>
  );
}

type OrderProps = { form: string; ids: { id: string }[] } & Pick<
  ComponentProps<typeof ActionForm<object>>,
  "action"
>;

/** The form that buttons of the rows, and dropping a row, send a new order with. */
function Order({ form, ids, action }: OrderProps) {
  return (
    <ActionForm id={form} action={action}>
      <input type="hidden" name="seen" value={ids.map(({ id }) => id).join(",")} />
    </ActionForm>
  );
}

function AddLink({ at, row, label }: Pick<Props, "at"> & { row: string; label: string }) {
  return (
    <ButtonLink href={editPath(at, { row })} data-still variant="ghost">
      <Icon name="plus" />
      {label}
    </ButtonLink>
  );
}
