import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { markWrong } from "@/components/workspace/wrong-place";
import type { FlowDraft } from "@/lib/actions/flow-draft";

export type Keyed<T> = T & { key: string };
export type RoleDraft = Keyed<FlowDraft["roles"][number]>;
export type ActionDraft = Keyed<FlowDraft["actions"][number]>;

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

const roleExamples = ["example1", "example2"] as const;

/** One role: what it is called and who may fill it. */
export function RoleFields({ row, place, change, wrong }: RowProps<RoleDraft>) {
  const t = useTranslations("flow");
  return (
    <>
      <input
        name="role.name"
        {...bind(row, "name", change)}
        {...markWrong(wrong, "name")}
        aria-label={t("roleRow.name", { place: place + 1 })}
        placeholder={t(`roleRow.${roleExamples[place] ?? "example"}`)}
        maxLength={60}
        className="input"
      />
      <select
        name="role.audience"
        {...bind(row, "audience", change)}
        aria-label={t("roleRow.audience", { place: place + 1 })}
        className="input"
      >
        <option value="any">{t("audience.any")}</option>
        <option value="internal">{t("audience.internal")}</option>
        <option value="client">{t("audience.client")}</option>
      </select>
    </>
  );
}

const examples = ["example1", "example2", "example3"] as const;

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
  const t = useTranslations("flow");
  return (
    <>
      <input
        name="action.title"
        {...bind(row, "title", change)}
        {...markWrong(wrong, "title")}
        aria-label={t("actionRow.title", { place: place + 1 })}
        placeholder={t(`actionRow.${examples[place] ?? "example"}`)}
        maxLength={120}
        className="input new-wide"
      />
      <select
        name="action.kind"
        {...bind(row, "kind", change)}
        aria-label={t("actionRow.kind", { place: place + 1 })}
        className="input"
      >
        <option value="todo">{t("kind.todo")}</option>
        <option value="approval">{t("kind.approval")}</option>
        <option value="acknowledgement">{t("kind.acknowledgement")}</option>
      </select>
      <select
        name="action.role"
        {...bind(row, "role", change)}
        aria-label={t("actionRow.role", { place: place + 1 })}
        className="input"
      >
        {roles.map(({ key, name }, index) => (
          <option key={key} value={index}>
            {name.trim() || t("roleRow.nameless", { place: index + 1 })}
          </option>
        ))}
      </select>
      {children}
    </>
  );
}

/** Whether an action waits for the one before it. */
export function StartField({ row, place, change }: RowProps<ActionDraft>) {
  const t = useTranslations("flow");
  return (
    <select
      name="action.start"
      {...bind(row, "start", change)}
      aria-label={t("actionRow.start", { place: place + 1 })}
      className="input new-wide"
    >
      <option value="after">{t("start.after")}</option>
      <option value="together">{t("start.together")}</option>
    </select>
  );
}

/** How an action is done. */
export function InstructionsField({ row, place, change, wrong }: ActionFieldsProps) {
  const t = useTranslations("flow");
  return (
    <textarea
      name="action.instructions"
      {...bind(row, "instructions", change)}
      {...markWrong(wrong, "instructions")}
      aria-label={t("actionRow.instructions", { place: place + 1 })}
      placeholder={t("instructions")}
      maxLength={2000}
      rows={1}
      className="input new-wide"
    />
  );
}

/** Until when, and how: what an action of a workspace has beside the rest. */
export function DatedFields(props: ActionFieldsProps) {
  const t = useTranslations("flow");
  const { row, place, change, wrong } = props;
  return (
    <ActionFields {...props}>
      <input
        type="date"
        name="action.dueOn"
        {...bind(row, "dueOn", change)}
        {...markWrong(wrong, "dueOn")}
        aria-label={t("actionRow.dueDate", { place: place + 1 })}
        className="input"
      />
      <StartField {...props} />
      <InstructionsField {...props} />
    </ActionFields>
  );
}

type ToolProps = {
  of: "roleRow" | "actionRow";
  place: number;
  isFirst: boolean;
  isLast: boolean;
  move: (by: 1 | -1) => void;
  remove: () => void;
};

/** Moves a row up or down, or takes it away. Shown where script runs. */
export function RowTools({ of, place, isFirst, isLast, move, remove }: ToolProps) {
  const t = useTranslations("flow");
  const said = { place: place + 1 };
  return (
    <span className="new-tools">
      <Button
        variant="ghost"
        isIcon
        aria-label={t(`${of}.up`, said)}
        disabled={isFirst}
        onClick={() => move(-1)}
      >
        <Icon name="up" />
      </Button>
      <Button
        variant="ghost"
        isIcon
        aria-label={t(`${of}.down`, said)}
        disabled={isLast}
        onClick={() => move(1)}
      >
        <Icon name="down" />
      </Button>
      <Button variant="ghost" size="small" isIcon aria-label={t(`${of}.remove`, said)} onClick={remove}>
        <Icon name="close" />
      </Button>
    </span>
  );
}
