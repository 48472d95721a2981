"use client";

import { useEffect } from "react";

const NARROW = "(width < 1024px)";

/**
 * On narrow screens the panel covers the work, which is inert meanwhile. Opened at a row, the
 * panel takes the focus to what can be done there.
 */
export function PanelFocus({ row }: { row?: string }) {
  useEffect(() => {
    const narrow = matchMedia(NARROW);
    const covered = document.querySelectorAll(".head, .work, .side");
    const cover = () => {
      for (const element of covered) element.toggleAttribute("inert", narrow.matches);
    };
    cover();
    narrow.addEventListener("change", cover);
    if (narrow.matches) document.querySelector<HTMLElement>("[data-close]")?.focus();
    return () => {
      narrow.removeEventListener("change", cover);
      for (const element of covered) element.removeAttribute("inert");
    };
  }, []);

  useEffect(() => {
    const marked = row ? document.getElementById(row) : null;
    marked?.scrollIntoView({ block: "nearest" });
    (marked?.querySelector<HTMLElement>("button:not([popovertarget])") ?? marked)?.focus();
  }, [row]);

  return null;
}
