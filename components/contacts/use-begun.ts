import { type RefObject, useLayoutEffect, useRef, useState } from "react";

function isTyped(field: Element): boolean {
  if (field instanceof HTMLSelectElement)
    return (
      field.selectedIndex !==
      Math.max(
        0,
        [...field.options].findIndex((one) => one.defaultSelected),
      )
    );
  return field instanceof HTMLInputElement && field.type !== "hidden" && field.value !== field.defaultValue;
}

/**
 * What a form's fields begin with, and a ref for the form: what is stored, and what others store meanwhile only as long
 * as nothing has been typed in it.
 */
export function useBegun<T extends Record<string, string>>(
  stored: T,
): [T, RefObject<HTMLFormElement | null>] {
  const form = useRef<HTMLFormElement>(null);
  const [begun, setBegun] = useState(stored);
  const [was, now] = [JSON.stringify(begun), JSON.stringify(stored)];
  useLayoutEffect(() => {
    if (was !== now && form.current && ![...form.current.elements].some(isTyped)) setBegun(JSON.parse(now));
  });
  return [begun, form];
}
