import { type FormEvent, useState } from "react";
import type { Values } from "./wizard-words";

/** What was typed in steps of drafts that were left by the browser's own buttons; it goes with the tab. */
const left = new Map<string, Values>();

function valuesIn(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") values[name] = [...(values[name] ?? []), value];
  return values;
}

/** What was typed here before somebody went back without sending it, and how to keep it. */
export function useLeft(draft = "") {
  const [before] = useState(() => left.get(draft));
  const onInput = (event: FormEvent<HTMLFormElement>) => left.set(draft, valuesIn(event.currentTarget));
  const forget = () => left.delete(draft);
  return { before, onInput: draft ? onInput : undefined, forget };
}
