/** How long a refresh may take until the page has its new content. */
const PATIENCE_MS = 5_000;

let pointedAt: Element | null = null;
document.addEventListener("pointermove", ({ target }) => {
  pointedAt = target instanceof Element ? target : null;
});

const canScroll = (element: Element) =>
  /auto|scroll/.test(getComputedStyle(element).overflowY) || element === document.scrollingElement;

function scrollerOf(element: Element): HTMLElement | null {
  let parent = element.parentElement;
  while (parent && !canScroll(parent)) parent = parent.parentElement;
  return parent;
}

/** What the reader has in hand: the focused thing, else the row under the pointer. */
function inHand(): Element | null {
  const focused = document.activeElement;
  if (focused && focused !== document.body && !focused.matches("main, dialog")) return focused;
  return pointedAt?.isConnected ? (pointedAt.closest("[data-row], li, a, button") ?? null) : null;
}

/**
 * Until the page has changed: what is focused or under the pointer stays where it is on the screen, whatever comes
 * or goes above it. Room that scrolling cannot give is added and goes again with the next movement.
 */
export function holdStill(): void {
  const held = inHand();
  const scroller = held && scrollerOf(held);
  if (!held || !scroller) return;
  const before = held.getBoundingClientRect().top;
  const observer = new MutationObserver(() => {
    const moved = held.isConnected ? held.getBoundingClientRect().top - before : 0;
    if (moved !== 0) shift(scroller, moved);
  });
  observer.observe(scroller, { childList: true, subtree: true, characterData: true });
  setTimeout(() => observer.disconnect(), PATIENCE_MS);
}

function shift(scroller: HTMLElement, by: number): void {
  const was = scroller.scrollTop;
  scroller.scrollTop += by;
  const left = by - (scroller.scrollTop - was);
  if (Math.abs(left) < 1) return;
  const side = left > 0 ? "paddingBottom" : "paddingTop";
  scroller.style[side] = `${Number.parseFloat(getComputedStyle(scroller)[side]) + Math.abs(left)}px`;
  if (left > 0) scroller.scrollTop += left;
  document.addEventListener(
    "pointermove",
    () => scroller.style.removeProperty(side === "paddingTop" ? "padding-top" : "padding-bottom"),
    { once: true },
  );
}
