import { type FormEvent, useRef, useState } from "react";
import type { Values } from "./wizard-words";

/** Keeps what a step holds beyond the tab. */
export type Keep = (form: FormData) => Promise<unknown>;

/** How long nothing is typed before what is there is kept. */
const PAUSE_MS = 400;

/** What was typed in steps of drafts that were left by the browser's own buttons; it goes with the tab. */
const left = new Map<string, Values>();

function valuesIn(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") values[name] = [...(values[name] ?? []), value];
  return values;
}

/**
 * What was typed here before somebody went back without sending it, and how to keep it; with `keep` also for when the
 * page is loaded again. Once the form is sent, nothing of before is kept any more.
 */
export function useLeft(draft = "", keep?: Keep) {
  const [before] = useState(() => left.get(draft));
  const timer = useRef<number>(undefined);
  function onInput({ currentTarget: form }: FormEvent<HTMLFormElement>): void {
    left.set(draft, valuesIn(form));
    clearTimeout(timer.current);
    // What cannot be kept is told when the form is sent.
    if (keep) timer.current = window.setTimeout(() => keep(new FormData(form)).catch(() => {}), PAUSE_MS);
  }
  function forget(): void {
    left.delete(draft);
    clearTimeout(timer.current);
  }
  return { before, onInput: draft ? onInput : undefined, forget };
}
