import { useEffect, useRef } from "react";
import { useSentForm } from "@/components/ui/use-sent-form";
import type { WizardState } from "@/lib/actions/wizard";
import type { Values } from "./wizard-words";

export type WizardAction = (state: WizardState, form: FormData) => Promise<WizardState>;

const ALERT = "[role=alert]";
const FIELDS = "input:not([type=hidden]), select, textarea";

/** The field to put right, when it is only one. */
function onlyWrong(within: HTMLElement | null, { fields = {} }: NonNullable<WizardState>) {
  const [name, ...others] = Object.keys(fields);
  if (!name || others.length > 0) return null;
  const marked = within?.closest("form")?.querySelector<HTMLElement>(`#${CSS.escape(name)}`);
  return marked?.matches(FIELDS) ? marked : marked?.querySelector<HTMLElement>(FIELDS);
}

/**
 * One step's form: what was typed stays whatever the answer, with and without script. A refusal gets the focus: the
 * field that is wrong, or, of several, what stands above the form.
 */
export function useWizardForm(action: WizardAction, kept: Values) {
  const { state, isBusy: isPending, form } = useSentForm(action);
  const refused = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state)
      (onlyWrong(refused.current, state) ?? refused.current?.querySelector<HTMLElement>(ALERT))?.focus();
  }, [state]);

  const values = (name: string) => (state?.typed ?? kept)[name] ?? [];
  return {
    form,
    isPending,
    refused,
    message: state?.message,
    fields: state?.fields ?? {},
    within: state?.within,
    duplicates: state?.duplicates ?? [],
    values,
    value: (name: string) => values(name)[0] ?? "",
  };
}
