import { useTranslations } from "next-intl";
import { type FormEvent, startTransition, useEffect, useRef } from "react";
import { useAct } from "@/components/ui/use-act";
import type { SaveLink } from "@/components/workspace-link/link-page";
import type { KeptState } from "@/lib/actions/run";
import { typedIn } from "@/lib/actions/typed-in";

/** Which people is asked for before there is something to save: the field for their domains gets the focus. */
function isBegun(target: EventTarget | null): boolean {
  const choice = target instanceof HTMLInputElement && target.value === "domains" ? target : null;
  const field = choice?.form?.elements.namedItem("domains");
  if (!(field instanceof HTMLInputElement) || field.value.trim() !== "") return false;
  field.focus();
  return true;
}

/** What the form holds, as the JSON that a later saving tells its changes from. */
function seenIn(data: FormData): string {
  const { link: _, days: __, seen: ___, ...fields } = typedIn(data);
  return JSON.stringify(Object.fromEntries(Object.entries(fields).map(([name, [value]]) => [name, value])));
}

/** Domains are for "Only people at": typing one chooses it, choosing "Anyone" empties them. */
function keepTogether({ target }: Event): void {
  if (!(target instanceof HTMLInputElement)) return;
  const choices = target.form?.elements.namedItem("access");
  const field = target.form?.elements.namedItem("domains");
  if (target === field && choices instanceof RadioNodeList && target.value.trim()) choices.value = "domains";
  if (target.value === "anyone" && field instanceof HTMLInputElement) field.value = "";
}

/** A form that saves by itself whatever is changed in it, one change after the other. Without script it has a button. */
export function useSaving(save: SaveLink) {
  const [state, send, isPending] = useAct<KeptState<{ id: string }>>(save);
  const t = useTranslations("links.form");
  const ui = useTranslations("ui");
  const form = useRef<HTMLFormElement>(null);
  const seen = useRef<{ sent?: string; saved?: string }>({});

  useEffect(() => {
    if (state?.ok && !isPending) seen.current.saved = seen.current.sent;
  }, [state, isPending]);

  useEffect(() => {
    const element = form.current;
    // A choice may take away choices of other fields: those are drawn first.
    const onChange = ({ target }: Event) => isBegun(target) || setTimeout(() => element?.requestSubmit());
    element?.addEventListener("input", keepTogether);
    element?.addEventListener("change", onChange);
    return () => {
      element?.removeEventListener("input", keepTogether);
      element?.removeEventListener("change", onChange);
    };
  }, []);

  useEffect(() => {
    const days = form.current?.elements.namedItem("days");
    if (state?.ok && days instanceof HTMLSelectElement) days.value = "";
  }, [state]);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    if (seen.current.saved) data.set("seen", seen.current.saved);
    seen.current.sent = seenIn(data);
    startTransition(() => send(data));
  }

  const said = state?.ok ? ui("saved") : state?.message;
  return {
    form: { ref: form, action: send, onSubmit, noValidate: true },
    fields: (state?.ok === false && state.fields) || {},
    typed: state?.ok === false ? state.typed : null,
    said: isPending ? t("saving") : (said ?? null),
    isRefused: !isPending && state?.ok === false,
  };
}
