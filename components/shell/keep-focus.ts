/** The page's own effects come first: they may know better where the focus belongs. */
const SETTLE_MS = 50;

/** As many steps back as anybody would remember. */
const MOST_STEPS = 20;

const REGION = "main, aside";
const CONTROL = "a[href], button:not([disabled], [hidden] *), input:not([type=hidden]), select, summary";

type Held = { element: HTMLElement; path: string; region: Element | null; rows: Element[] };

const isThere = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element.checkVisibility();

/** Something can be done in it, or it is whose turn it is. */
const isDue = (row: HTMLElement) => row.dataset.state === "next" || row.querySelector(CONTROL) !== null;

function heldAt(element: HTMLElement): Held {
  const row = element.closest("li");
  const siblings = [...(row?.parentElement?.children ?? [])];
  const place = row ? siblings.indexOf(row) : 0;
  const rows = [...siblings.slice(place), ...siblings.slice(0, place).reverse()];
  return { element, path: location.pathname, region: element.closest(REGION), rows };
}

/** Its row, or the next one that can be acted on; else what had the focus before, in the same part of the page. */
function whatFollows({ rows, region }: Held, steps: HTMLElement[]): HTMLElement | null {
  const there = rows.filter(isThere);
  const row = there.find(isDue) ?? there[0];
  if (row) return row;
  const part = region?.isConnected ? region : document.body;
  const back = steps.findLast((step) => isThere(step) && part.contains(step));
  return back ?? part.querySelector<HTMLElement>("h1, h2, h3");
}

function give(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

/** When what has the focus goes from the page, the focus goes on to what follows, instead of to nowhere. */
export function keepFocus(signal: AbortSignal): void {
  let held: Held | null = null;
  let steps: HTMLElement[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isLost = () =>
    document.activeElement === document.body && held?.path === location.pathname && !isThere(held.element);

  const mend = () => {
    const to = held && isLost() ? whatFollows(held, steps) : null;
    if (to) give(to);
  };
  const observer = new MutationObserver(() => {
    if (!isLost()) return;
    clearTimeout(timer);
    timer = setTimeout(mend, SETTLE_MS);
  });
  observer.observe(document.body, { childList: true, subtree: true });

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    held = heldAt(target);
    steps = [...steps.filter((step) => step !== target && step.isConnected), target].slice(-MOST_STEPS);
  };
  /** Left by the reader, for nothing else: that is theirs to do. */
  const onLeave = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      if (document.activeElement === document.body && isThere(target as Element)) held = null;
    });
  document.addEventListener("focusin", onFocus, { signal });
  document.addEventListener("focusout", onLeave, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
