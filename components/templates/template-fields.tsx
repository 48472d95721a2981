import { useTranslations } from "next-intl";
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
  const t = useTranslations("templates.form");
  const { row, place, change, wrong } = props;
  return (
    <ActionFields {...props}>
      <input
        type="text"
        inputMode="numeric"
        name="action.dueOn"
        {...bind(row, "dueOn", change)}
        {...markWrong(wrong, "dueInDays")}
        aria-label={t("dueDays", { number: place + 1 })}
        placeholder={t("dueAfter")}
        maxLength={4}
        className="input"
      />
      <StartField {...props} />
      <InstructionsField {...props} />
    </ActionFields>
  );
}
