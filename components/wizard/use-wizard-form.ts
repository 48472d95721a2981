import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import type { WizardState } from "@/lib/actions/wizard";
import type { Values } from "./wizard-words";

export type WizardAction = (state: WizardState, form: FormData) => Promise<WizardState>;

/** One step's form: what was typed stays whatever the answer, with and without script; a refusal gets the focus. */
export function useWizardForm(action: WizardAction, kept: Values) {
  const [state, send, isPending] = useActionState(action, null);
  const refused = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) refused.current?.querySelector<HTMLElement>("[role=alert]")?.focus();
  }, [state]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    if (!isPending) startTransition(() => send(form));
  }

  const values = (name: string) => (state?.typed ?? kept)[name] ?? [];
  return {
    form: { action: send, onSubmit },
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
