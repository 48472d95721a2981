const FOCUSABLE = "button, [href], input:not([type=hidden]), select, textarea";

const opener = (popover: HTMLElement) =>
  document.querySelector(`[popovertarget="${CSS.escape(popover.id)}"]`);

/** A popover that opens takes the focus to its first control; its button tells that it is open. */
function onToggle(event: Event): void {
  const popover = event.target;
  if (!(popover instanceof HTMLElement) || !popover.popover) return;
  const isOpen = popover.matches(":popover-open");
  opener(popover)?.setAttribute("aria-expanded", String(isOpen));
  if (isOpen && !popover.contains(document.activeElement))
    popover.querySelector<HTMLElement>(FOCUSABLE)?.focus();
}

/** Arrow keys, Home, End and letters move inside a menu; Tab leaves it. */
function onMenuKey(event: KeyboardEvent): void {
  const menu = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=menu]") : null;
  if (!menu) return;
  if (event.key === "Tab") return menu.hidePopover();
  const items = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const here = items.findIndex((item) => item.matches(":focus"));
  const after = [...items.slice(here + 1), ...items.slice(0, here + 1)];
  const named = (item: HTMLElement) =>
    item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase());
  const moves: Record<string, HTMLElement | undefined> = {
    ArrowDown: after[0],
    ArrowUp: items.at(here - 1),
    Home: items[0],
    End: items.at(-1),
  };
  const target = moves[event.key] ?? (event.key.length === 1 ? after.find(named) : undefined);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** What a menu's entry leads to replaces the menu. `data-opens` presses the button that carries that key. */
function onMenuClick(event: MouseEvent): void {
  const item = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=menuitem]") : null;
  if (!item) return;
  item.closest<HTMLElement>("[popover]")?.hidePopover();
  const opens = item.dataset.opens;
  const target = opens ? document.querySelector<HTMLElement>(`[data-key="${opens}"] button`) : null;
  if (!target) return;
  event.preventDefault();
  event.stopPropagation();
  target.click();
}

/** Stands in for `commandfor` where the browser does not know it. */
function onCommand(event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest("[commandfor]") : null;
  const target = button && document.getElementById(button.getAttribute("commandfor") ?? "");
  if (!(target instanceof HTMLDialogElement)) return;
  if (button?.getAttribute("command") === "show-modal") target.showModal();
  else target.close();
}

/** Makes menus, popovers and dialogs of the page behave, until the signal aborts. */
export function listenToLayers(signal: AbortSignal): void {
  document.addEventListener("toggle", onToggle, { capture: true, signal });
  document.addEventListener("keydown", onMenuKey, { signal });
  document.addEventListener("click", onMenuClick, { capture: true, signal });
  if (!("commandForElement" in HTMLButtonElement.prototype))
    document.addEventListener("click", onCommand, { signal });
}
