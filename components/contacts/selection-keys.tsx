"use client";

import { useEffect } from "react";

const rowOf = (element: Element | null) => element?.closest<HTMLElement>(".contacts-selection [data-row]");

const tick = (row: Element | null) => {
  const box = row?.querySelector<HTMLInputElement>("[type=checkbox]");
  if (box) box.checked = true;
};

/** ↓ and ↑ from a row to the next; with Shift they select both. */
function move(event: KeyboardEvent, by: "nextElementSibling" | "previousElementSibling"): boolean {
  const row = rowOf(document.activeElement);
  const next = rowOf(row?.[by] ?? null);
  if (event.shiftKey) for (const one of [row, next]) tick(one ?? null);
  next?.focus();
  return Boolean(row);
}

/** Takes the selection back, unless Esc is for the field one types in. */
function clear(): boolean {
  const focused = document.activeElement;
  const form = document.querySelector<HTMLFormElement>(".contacts-selection");
  if (focused?.matches("input:not([type=checkbox]), select") || !form?.querySelector(":checked"))
    return false;
  form.reset();
  return true;
}

function handle(event: KeyboardEvent): boolean {
  if (event.key === "ArrowDown") return move(event, "nextElementSibling");
  if (event.key === "ArrowUp") return move(event, "previousElementSibling");
  return event.key === "Escape" && clear();
}

/** What a list whose rows are selected has of keys beyond those of every list. */
export function SelectionKeys() {
  useEffect(() => {
    const listener = new AbortController();
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
        if (document.querySelector("dialog[open], :popover-open")) return;
        if (handle(event)) event.preventDefault();
      },
      { signal: listener.signal },
    );
    return () => listener.abort();
  }, []);
  return null;
}
