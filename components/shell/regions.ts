const REGION = "main, aside .panel";
const CONTROL = "a[href], button:not([disabled], [hidden] *), input:not([type=hidden]), select, summary";
const LAYER = "dialog[open], :popover-open";

const isThere = (element: HTMLElement) =>
  element.isConnected && element.checkVisibility() && !element.closest("[inert]");

/** F6 takes the focus from the work to the panel beside it and back, each time to where it was, until the signal aborts. */
export function listenToRegions(signal: AbortSignal): void {
  const left = new WeakMap<Element, HTMLElement>();

  function cycle(): boolean {
    const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter(isThere);
    const here = regions.findIndex((region) => region.contains(document.activeElement));
    const to = regions[(here + 1) % regions.length];
    if (!to || regions.length < 2) return false;
    const was = left.get(to);
    const first = to.matches("[tabindex]") ? to : to.querySelector<HTMLElement>(CONTROL);
    (was && isThere(was) ? was : first)?.focus();
    return true;
  }

  document.addEventListener(
    "focusin",
    ({ target }) => {
      const region = target instanceof HTMLElement && target.closest(REGION);
      if (region) left.set(region, target);
    },
    { signal },
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!document.querySelector(LAYER) && cycle()) event.preventDefault();
    },
    { signal },
  );
}
