import { announceArrivals } from "./arrivals";
import { holdStill } from "./hold-still";

/** At most one look a second, however much happens. */
const REST_MS = 1_000;

/** What lies over the page. */
const LAYER = "[popover]:popover-open, dialog[open]";
const TEXT = "input:not([type=hidden], [readonly]), select, textarea";

const isShown = (element: Element) => element.checkVisibility();

/** What lies over the page is answered first where one types in it, or where it says what became of the reader's own act. */
function isBusy(layer: Element): boolean {
  if (layer.matches("dialog") || layer.querySelector("[aria-busy=true]")) return true;
  const answers = [...layer.querySelectorAll("[role=status]")].filter(({ textContent }) => textContent);
  return [...layer.querySelectorAll(TEXT), ...answers].some(isShown);
}

const mark = () => document.querySelector<HTMLElement>("[data-live]")?.dataset;

/**
 * Keeps the open page true: follows the stream it names and calls `refresh` when what it shows is old. A page in
 * the background lets go of its stream and catches up when it is looked at again.
 */
export function followLive(signal: AbortSignal, refresh: () => void): void {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lookedAt = 0;

  const look = (isUrgent: boolean) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        if (!isUrgent && [...document.querySelectorAll(LAYER)].some(isBusy)) return look(false);
        lookedAt = Date.now();
        holdStill();
        announceArrivals();
        refresh();
      },
      document.querySelector(LAYER) ? REST_MS : Math.max(0, lookedAt + REST_MS - Date.now()),
    );
  };

  const follow = () => {
    stream?.close();
    const { live, version = "" } = mark() ?? {};
    if (!live || document.hidden) return;
    stream = new EventSource(`${live}?from=${encodeURIComponent(version)}`);
    stream.addEventListener("changed", ({ data }) => data !== mark()?.version && look(false));
    stream.addEventListener("gone", () => {
      stream?.close();
      look(true);
    });
  };

  follow();
  document.addEventListener("visibilitychange", follow, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    stream?.close();
  });
}
