import { useEffect, useRef } from "react";

type Refusal = { fields?: Record<string, string> };

const ALERT = "[role=alert]";
const FIELDS = "input:not([type=hidden]), select, textarea";

/** The field to put right, when it is only one. */
function onlyWrong(within: HTMLElement | null, { fields = {} }: Refusal) {
  const [name, ...others] = Object.keys(fields);
  if (!name || others.length > 0) return null;
  const marked = within?.closest("form")?.querySelector<HTMLElement>(`#${CSS.escape(name)}`);
  return marked?.matches(FIELDS) ? marked : marked?.querySelector<HTMLElement>(FIELDS);
}

/**
 * Gives each refusal of a form the focus: the field that is wrong, or, of several, what stands above the form, inside
 * the element that gets the ref.
 */
export function useRefused<E extends HTMLElement = HTMLDivElement>(refusal: Refusal | null) {
  const above = useRef<E>(null);
  useEffect(() => {
    if (refusal)
      (onlyWrong(above.current, refusal) ?? above.current?.querySelector<HTMLElement>(ALERT))?.focus();
  }, [refusal]);
  return above;
}
