"use client";

import { useEffect, useRef } from "react";

const NARROW = "(width < 1024px)";

/** What a row offers to do, but for what only shows more and what is not offered now. */
const ACT = "button:not([popovertarget], [hidden] *)";

function focusRow(row: string | undefined): void {
  const marked = row ? document.getElementById(row) : null;
  marked?.scrollIntoView({ block: "nearest" });
  (marked?.querySelector<HTMLElement>(ACT) ?? marked)?.focus();
}

/**
 * On narrow screens the panel covers the work, which is inert meanwhile. Opened at a row, the
 * panel takes the focus to what can be done there; again, when the button that had it went with the `holder`.
 */
export function PanelFocus({ row, holder }: { row?: string; holder?: string }) {
  useEffect(() => {
    const narrow = matchMedia(NARROW);
    const covered = document.querySelectorAll(".head, .work, .side");
    const cover = () => {
      for (const element of covered) element.toggleAttribute("inert", narrow.matches);
    };
    cover();
    narrow.addEventListener("change", cover);
    if (narrow.matches) document.querySelector<HTMLElement>("[data-close]")?.focus({ preventScroll: true });
    return () => {
      narrow.removeEventListener("change", cover);
      for (const element of covered) element.removeAttribute("inert");
    };
  }, []);

  useEffect(() => focusRow(row), [row]);

  const last = useRef(holder);
  useEffect(() => {
    const hasChanged = last.current !== holder;
    last.current = holder;
    if (hasChanged && document.activeElement === document.body) focusRow(row);
  }, [row, holder]);

  return null;
}
