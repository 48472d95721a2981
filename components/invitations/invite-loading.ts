import { type FormEvent, useEffect, useRef, useState } from "react";

/** Loads a dialog's code ahead, when the pointer or the focus comes near its button. */
export const ahead = (load: () => Promise<unknown>) => (): void => void load().catch(() => undefined);

/**
 * The code of a dialog, loaded when its button is pressed. `loaded` while the dialog is open. When the code cannot be
 * loaded, the button's form leads to the page instead. Where what was pressed went meanwhile, the form's own button
 * gets the focus.
 */
export function useLoaded<T extends object>(load: () => Promise<T>) {
  const [loaded, setLoaded] = useState<T | null>(null);
  const opened = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (!loaded && document.activeElement === document.body) opened.current?.querySelector("button")?.focus();
  }, [loaded]);

  function open(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    opened.current = form;
    submitter?.focus();
    load().then(setLoaded, () => form.submit());
  }

  return { loaded, open, close: () => setLoaded(null) };
}
