import { type RefObject, useEffect, useState } from "react";

const textIn = (box: HTMLElement): string =>
  (box.querySelector("textarea") ?? box.querySelector<HTMLInputElement>("input:not([type=hidden])"))?.value ??
  "";

/** The code that takes a plain part's place, what was typed there, and what was chosen where it has a choice. */
type Taken<T> = { code: T; typed: string; chosen: string };

/**
 * The code of what takes the place of a plain part of the page, once it has come, with what was typed into that
 * part's text area, or its first field. Never takes over from somebody who is in there already, nor when it cannot be loaded: the plain
 * part does the same.
 */
export function useTakeOver<T extends object>(
  load: () => Promise<T>,
  plain: RefObject<HTMLElement | null>,
  isWanted = true,
): Taken<T> | null {
  const [taken, setTaken] = useState<Taken<T> | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    const take = (code: T) => {
      const box = plain.current;
      if (!isHere || !box || box.contains(document.activeElement)) return;
      setTaken({ code, typed: textIn(box), chosen: box.querySelector("select")?.value ?? "" });
    };
    load().then(take, () => undefined);
    return () => {
      isHere = false;
    };
  }, [load, plain, isWanted]);
  return taken;
}
