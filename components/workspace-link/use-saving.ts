import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import type { SaveLink } from "@/components/workspace-link/link-page";
import type { KeptState } from "@/lib/actions/run";

/** Which people is asked for before there is something to save: the field for their domains gets the focus. */
function isBegun(target: EventTarget | null): boolean {
  const choice = target instanceof HTMLInputElement && target.value === "domains" ? target : null;
  const field = choice?.form?.elements.namedItem("domains");
  if (!(field instanceof HTMLInputElement) || field.value.trim() !== "") return false;
  field.focus();
  return true;
}

/** A form that saves by itself whatever is changed in it, one change after the other. Without script it has a button. */
export function useSaving(save: SaveLink) {
  const [state, send, isPending] = useActionState<KeptState<{ id: string }>, FormData>(save, null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const element = form.current;
    // A choice may take away choices of other fields: those are drawn first.
    const onChange = ({ target }: Event) => isBegun(target) || setTimeout(() => element?.requestSubmit());
    element?.addEventListener("change", onChange);
    return () => element?.removeEventListener("change", onChange);
  }, []);

  useEffect(() => {
    const days = form.current?.elements.namedItem("days");
    if (state?.ok && days instanceof HTMLSelectElement) days.value = "";
  }, [state]);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  }

  const said = state?.ok ? "Saved" : state?.message;
  return {
    form: { ref: form, action: send, onSubmit, noValidate: true },
    fields: (state?.ok === false && state.fields) || {},
    typed: state?.ok === false ? state.typed : null,
    said: isPending ? "Saving…" : (said ?? null),
    isRefused: !isPending && state?.ok === false,
  };
}
