import {
  ActionFields,
  type ActionFieldsProps,
  bind,
  InstructionsField,
  StartField,
} from "@/components/workspace/new-workspace-rows";
import { markWrong } from "@/components/workspace/wrong-place";

/** When an action of a template is due, whether it waits for the one before it, and how it is done. */
export function TemplateFields(props: ActionFieldsProps) {
  const { row, place, change, wrong } = props;
  return (
    <ActionFields {...props}>
      <input
        type="text"
        inputMode="numeric"
        name="action.dueOn"
        {...bind(row, "dueOn", change)}
        {...markWrong(wrong, "dueInDays")}
        aria-label={`Days until action ${place + 1} is due`}
        placeholder="Due after days"
        maxLength={4}
        className="input"
      />
      <StartField {...props} />
      <InstructionsField {...props} />
    </ActionFields>
  );
}
