import { ActionFields, type ActionFieldsProps, bind } from "@/components/workspace/new-workspace-rows";

/** When an action of a template is due, and whether it waits for the one before it. */
export function TemplateFields(props: ActionFieldsProps) {
  const { row, place, change } = props;
  return (
    <ActionFields {...props}>
      <input
        type="text"
        inputMode="numeric"
        name="action.dueOn"
        {...bind(row, "dueOn", change)}
        aria-label={`Days until action ${place + 1} is due`}
        placeholder="Due after days"
        maxLength={4}
        className="input"
      />
      <select
        name="action.isParallel"
        {...bind(row, "isParallel", change)}
        aria-label={`When action ${place + 1} starts`}
        className="input new-wide"
      >
        <option value="">{place === 0 ? "Starts first" : "Starts after the action before"}</option>
        <option value="on">
          {place === 0 ? "Starts first, too" : "Starts together with the action before"}
        </option>
      </select>
    </ActionFields>
  );
}
