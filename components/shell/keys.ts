import { listenToLayers } from "@/components/ui/layers";

const CHORD_MS = 1000;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  !target.matches("[type=checkbox]") &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Entries of a closed menu have keys too. */
const isShown = (element: HTMLElement) => element.checkVisibility() || element.role === "menuitem";

const all = (selector: string, within: ParentNode = document) =>
  [...within.querySelectorAll<HTMLElement>(selector)].filter(isShown);

/** Presses or focuses the first visible element that carries the key in `data-key`. */
function press(key: string): boolean {
  const owner = all(`[data-key="${CSS.escape(key)}"]`)[0];
  const target = owner?.matches("a, button, input") ? owner : owner?.querySelector<HTMLElement>("button, a");
  if (target instanceof HTMLInputElement) target.focus();
  else target?.click();
  return target !== undefined && target !== null;
}

/** Opens the menu of commands, over the page as it is. */
function openCommands({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  const isAsked = key.toLowerCase() === "k" && ctrlKey !== metaKey && !shiftKey && !altKey;
  const form = isAsked ? document.querySelector<HTMLFormElement>("form[data-commands]") : null;
  form?.requestSubmit();
  return form !== null;
}

/** Moves the focus to the next or previous row of the list it is in, else of the page. */
function moveRow(by: 1 | -1): true {
  const focused = document.activeElement;
  const rows = all(
    "[data-row]",
    focused?.closest("aside, main") ?? document.querySelector("main") ?? document,
  );
  const here = rows.findIndex((row) => row.contains(focused));
  rows[here < 0 ? 0 : here + by]?.focus();
  return true;
}

/** What a key presses: what has the focus, or in its row. */
const inRow = { x: "[type=checkbox]", r: "[data-resend]", a: "[data-assign]", Enter: "[data-open]" };

/** What answers in a box that is closed is pressed in the open, so that the answer is seen. */
function open(box: HTMLElement | null): void {
  if (box) document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(box.id)}"]`)?.click();
}

/** Where nothing can be sent again: to what helps instead, which tells why; else the box that tells it opens. */
function focusInstead(row: HTMLElement | null | undefined): boolean {
  const instead = row?.querySelector<HTMLElement>("[data-instead]");
  const badge = row?.querySelector<HTMLElement>("[popovertarget^='invitation-']");
  if (!instead) badge?.click();
  (instead ?? badge)?.focus();
  return Boolean(instead ?? badge);
}

function actOnRow(key: keyof typeof inRow): boolean {
  const focused = document.activeElement;
  const row = focused?.closest<HTMLElement>("[data-row]");
  const target = focused?.closest<HTMLElement>(inRow[key]) ?? row?.querySelector<HTMLElement>(inRow[key]);
  if (!target && key === "r") return focusInstead(row);
  if (!target || (key === "Enter" && row !== focused)) return false;
  open(target.closest<HTMLElement>("[popover]:not(:popover-open)"));
  target.click();
  return true;
}

const rowKeys: Record<string, () => boolean> = {
  j: () => moveRow(1),
  k: () => moveRow(-1),
  x: () => actOnRow("x"),
  r: () => actOnRow("r"),
  a: () => actOnRow("a"),
};

/**
 * Closes what the focus is in: the panel, or a page that can be closed. There a field that is typed in is left first,
 * which keeps what was typed.
 */
function closePlace(): boolean {
  const focused = document.activeElement;
  const place = focused?.closest("aside") ?? document.querySelector("main");
  const close = place?.querySelector<HTMLElement>("[data-close]");
  if (!close) return false;
  if (place?.matches("main") && focused instanceof HTMLElement && focused.matches(":read-write"))
    focused.blur();
  else close.click();
  return true;
}

/** Answers single keys (unless switched off) and Esc, and tends menus and layers, until the signal aborts. */
export function listenToKeys(signal: AbortSignal, hasShortcuts: boolean): void {
  listenToLayers(signal);
  let chordAt = Number.NEGATIVE_INFINITY;

  function handle(event: KeyboardEvent): boolean {
    if (event.key === "Escape") return closePlace();
    if (event.key === "Enter") return actOnRow("Enter");
    if (!hasShortcuts || isTyping(event.target)) return false;
    const isChord = event.timeStamp - chordAt < CHORD_MS;
    chordAt = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (isChord) return press(`g ${event.key}`);
    if (rowKeys[event.key]?.()) return true;
    return event.key.length === 1 && press(event.key);
  }

  document.addEventListener(
    "keydown",
    (event) => {
      document.documentElement.classList.add("by-key");
      if (event.defaultPrevented || document.querySelector("dialog[open], :popover-open")) return;
      if (openCommands(event)) return event.preventDefault();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (handle(event)) event.preventDefault();
    },
    { signal },
  );
  document.addEventListener("pointerdown", () => document.documentElement.classList.remove("by-key"), {
    signal,
  });
}
