import type { FormEvent } from "react";
import { useRefused } from "@/components/ui/use-refused";
import { useSentForm } from "@/components/ui/use-sent-form";
import type { WizardState } from "@/lib/actions/wizard";
import { type Keep, useLeft } from "./use-left";
import type { Values } from "./wizard-words";

export type WizardAction = (state: WizardState, form: FormData) => Promise<WizardState>;

/**
 * One step's form: what was typed stays whatever the answer, with and without script. A refusal gets the focus: the
 * field that is wrong, or, of several, what stands above the form. `draft`: what is typed into a step of it stays
 * also when the browser's own Back is used, and with `keep` when the page is loaded again.
 */
export function useWizardForm(action: WizardAction, kept: Values, draft?: string, keep?: Keep) {
  const { isBusy: isPending, form, ...sent } = useSentForm(action);
  const state: WizardState = sent.state;
  const { before, onInput, forget } = useLeft(draft, keep);
  const refused = useRefused(state);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    forget();
    form.onSubmit(event);
  }

  const values = (name: string) => (state?.typed ?? before ?? kept)[name] ?? [];
  return {
    form: { ...form, onSubmit, onInput },
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
