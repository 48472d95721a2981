import { type RefObject, useEffect, useState } from "react";

const textIn = (box: HTMLElement): string =>
  (box.querySelector("textarea") ?? box.querySelector<HTMLInputElement>("input:not([type=hidden])"))?.value ??
  "";

/**
 * The code of what takes the place of a plain part of the page, once it has come, with what was typed into that
 * part's text area, or its first field. Never takes over from somebody who is in there already, nor when it cannot be loaded: the plain
 * part does the same.
 */
export function useTakeOver<T extends object>(
  load: () => Promise<T>,
  plain: RefObject<HTMLElement | null>,
  isWanted = true,
): { code: T; typed: string } | null {
  const [taken, setTaken] = useState<{ code: T; typed: string } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    const take = (code: T) => {
      const box = plain.current;
      if (!isHere || !box || box.contains(document.activeElement)) return;
      setTaken({ code, typed: textIn(box) });
    };
    load().then(take, () => undefined);
    return () => {
      isHere = false;
    };
  }, [load, plain, isWanted]);
  return taken;
}
