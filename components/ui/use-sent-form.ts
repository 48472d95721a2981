import { type FormEvent, startTransition } from "react";
import { useAct } from "@/components/ui/use-act";

/**
 * A form that keeps what was typed whatever the answer, where React would empty it, and is sent once at a time; without
 * script the browser sends it.
 */
export function useSentForm<S>(action: Parameters<typeof useAct<S>>[0]) {
  const [state, send, isBusy] = useAct(action);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    if (!isBusy) startTransition(() => send(form));
  }

  return { state, isBusy, form: { action: send, onSubmit } };
}
