import { type FormEvent, useState } from "react";

/**
 * The code of a dialog, loaded when the pointer or the focus comes near its button. `loaded` while the
 * dialog is open. When the code cannot be loaded, the button's form leads to the page instead.
 */
export function useLoaded<T extends object>(load: () => Promise<T>) {
  const [loaded, setLoaded] = useState<T | null>(null);

  function open(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    form.querySelector("button")?.focus();
    load().then(setLoaded, () => form.submit());
  }

  function preload(): void {
    load().catch(() => undefined);
  }

  return { loaded, preload, open, close: () => setLoaded(null) };
}
