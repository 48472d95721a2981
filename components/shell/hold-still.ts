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
 * or goes above it. Where nothing scrolls the content is pulled instead, until pointer and focus have left it. Answers
 * how to let go at once: what the reader does next may move what it likes.
 */
export function holdStill(): () => void {
  const held = inHand();
  const scroller = held && scrollerOf(held);
  if (!held || !scroller) return () => undefined;
  const before = held.getBoundingClientRect().top;
  const observer = new MutationObserver(() => {
    const moved = held.isConnected ? held.getBoundingClientRect().top - before : 0;
    if (moved !== 0) shift(scroller, moved);
  });
  observer.observe(scroller, { childList: true, subtree: true, characterData: true });
  const letGo = () => observer.disconnect();
  setTimeout(letGo, PATIENCE_MS);
  return letGo;
}

/** Scrolls by as much as it can, and pulls the content for the rest. */
function shift(scroller: HTMLElement, by: number): void {
  const was = scroller.scrollTop;
  scroller.scrollTop += by;
  const rest = by - (scroller.scrollTop - was);
  const first = scroller.firstElementChild;
  if (Math.abs(rest) < 1 || !(first instanceof HTMLElement)) return;
  const pulled = Number.parseFloat(first.style.marginTop) || 0;
  first.style.marginTop = `${pulled - rest}px`;
  if (pulled === 0) letGoLater(scroller, first);
}

/** Puts the content back once neither pointer nor focus is in it. */
function letGoLater(scroller: HTMLElement, first: HTMLElement): void {
  const done = new AbortController();
  const look = () => {
    if (scroller.matches(":hover") || scroller.contains(document.activeElement)) return;
    first.style.removeProperty("margin-top");
    done.abort();
  };
  document.addEventListener("pointermove", look, { signal: done.signal });
  document.addEventListener("focusin", look, { signal: done.signal });
}
