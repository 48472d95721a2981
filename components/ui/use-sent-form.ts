import { type FormEvent, startTransition } from "react";
import { useAct } from "@/components/ui/use-act";

type Action<S> = (state: S | null, form: FormData) => Promise<S | null>;

/**
 * A form that keeps what was typed whatever the answer, where React would empty it, and is sent once at a time; without
 * script the browser sends it.
 */
export function useSentForm<S>(action: Action<S>) {
  const [state, send, isBusy] = useAct<S>(action);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    if (!isBusy) startTransition(() => send(form));
  }

  return { state, isBusy, form: { action: send, onSubmit } };
}
