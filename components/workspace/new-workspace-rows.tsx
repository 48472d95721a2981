import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { markWrong } from "@/components/workspace/wrong-place";
import type { Draft } from "@/lib/actions/new-workspace";

export type Keyed<T> = T & { key: string };
export type RoleDraft = Keyed<Draft["roles"][number]>;
export type ActionDraft = Keyed<Draft["actions"][number]>;

export const emptyRole = (key: string): RoleDraft => ({ key, name: "", audience: "any" });
export const emptyAction = (key: string, role: string): ActionDraft => ({
  key,
  title: "",
  kind: "todo",
  role,
  dueOn: "",
  start: "after",
  instructions: "",
});

/** A list of `count` made entries. */
export const times = <T,>(count: number, make: (key: string, index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(String(index), index));

/** Without `change` the row is only typed into and read when the form is sent. `wrong`: its field that was refused. */
type RowProps<T> = { row: T; place: number; change?: (changed: Partial<T>) => void; wrong?: string };

/** Ties a field to its row. */
export function bind<T, K extends keyof T & string>(
  row: T,
  field: K,
  change?: (changed: Partial<T>) => void,
) {
  const value = String(row[field]);
  type Typed = { target: { value: string } };
  if (!change) return { defaultValue: value };
  return { value, onChange: ({ target }: Typed) => change({ [field]: target.value } as Partial<T>) };
}

const roleExamples = ["Account lead", "Client signatory"];

/** One role: what it is called and who may fill it. */
export function RoleFields({ row, place, change, wrong }: RowProps<RoleDraft>) {
  return (
    <>
      <input
        name="role.name"
        {...bind(row, "name", change)}
        {...markWrong(wrong, "name")}
        aria-label={`Name of role ${place + 1}`}
        placeholder={roleExamples[place] ?? "Role"}
        maxLength={60}
        className="input"
      />
      <select
        name="role.audience"
        {...bind(row, "audience", change)}
        aria-label={`Who may fill role ${place + 1}`}
        className="input"
      >
        <option value="any">Anyone</option>
        <option value="internal">Internal users</option>
        <option value="client">Clients</option>
      </select>
    </>
  );
}

const examples = ["Sign engagement letter", "Upload documents", "Approve the result"];

export type ActionFieldsProps = RowProps<ActionDraft> & { roles: Keyed<{ name: string }>[] };

/** One action: what is to be done, in which way, by which role. What else there is comes as `children`. */
export function ActionFields({
  row,
  place,
  change,
  roles,
  wrong,
  children,
}: ActionFieldsProps & { children: ReactNode }) {
  return (
    <>
      <input
        name="action.title"
        {...bind(row, "title", change)}
        {...markWrong(wrong, "title")}
        aria-label={`Title of action ${place + 1}`}
        placeholder={examples[place] ?? "Title"}
        maxLength={120}
        className="input new-wide"
      />
      <select
        name="action.kind"
        {...bind(row, "kind", change)}
        aria-label={`Kind of action ${place + 1}`}
        className="input"
      >
        <option value="todo">To-do</option>
        <option value="approval">Approval</option>
        <option value="acknowledgement">Acknowledgement</option>
      </select>
      <select
        name="action.role"
        {...bind(row, "role", change)}
        aria-label={`Role of action ${place + 1}`}
        className="input"
      >
        {roles.map(({ key, name }, index) => (
          <option key={key} value={index}>
            {name.trim() || `Role ${index + 1}`}
          </option>
        ))}
      </select>
      {children}
    </>
  );
}

/** Whether an action waits for the one before it. */
export function StartField({ row, place, change }: RowProps<ActionDraft>) {
  return (
    <select
      name="action.start"
      {...bind(row, "start", change)}
      aria-label={`When action ${place + 1} starts`}
      className="input new-wide"
    >
      <option value="after">After the one before</option>
      <option value="together">Together with the one before</option>
    </select>
  );
}

/** How an action is done. */
export function InstructionsField({ row, place, change, wrong }: ActionFieldsProps) {
  return (
    <textarea
      name="action.instructions"
      {...bind(row, "instructions", change)}
      {...markWrong(wrong, "instructions")}
      aria-label={`Instructions of action ${place + 1}`}
      placeholder="Instructions (optional)"
      maxLength={2000}
      rows={1}
      className="input new-wide"
    />
  );
}

/** Until when, and how: what an action of a workspace has beside the rest. */
export function DatedFields(props: ActionFieldsProps) {
  const { row, place, change, wrong } = props;
  return (
    <ActionFields {...props}>
      <input
        type="date"
        name="action.dueOn"
        {...bind(row, "dueOn", change)}
        {...markWrong(wrong, "dueOn")}
        aria-label={`Due date of action ${place + 1}`}
        className="input"
      />
      <StartField {...props} />
      <InstructionsField {...props} />
    </ActionFields>
  );
}

type ToolProps = {
  what: string;
  isFirst: boolean;
  isLast: boolean;
  move: (by: 1 | -1) => void;
  remove: () => void;
};

/** Moves a row up or down, or takes it away. Shown where script runs. */
export function RowTools({ what, isFirst, isLast, move, remove }: ToolProps) {
  return (
    <span className="new-tools">
      <Button
        variant="ghost"
        size="small"
        isIcon
        aria-label={`Move ${what} up`}
        disabled={isFirst}
        onClick={() => move(-1)}
      >
        <Icon name="up" />
      </Button>
      <Button
        variant="ghost"
        size="small"
        isIcon
        aria-label={`Move ${what} down`}
        disabled={isLast}
        onClick={() => move(1)}
      >
        <Icon name="down" />
      </Button>
      <Button variant="ghost" size="small" isIcon aria-label={`Remove ${what}`} onClick={remove}>
        <Icon name="close" />
      </Button>
    </span>
  );
}
