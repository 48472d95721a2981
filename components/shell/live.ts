import { announceArrivals } from "./arrivals";
import { holdStill } from "./hold-still";

/** At most one look a second, however much happens. */
const REST_MS = 1_000;

/** The answer to the reader's own act brings the new page along, and may move what it likes. */
const OWN_ACT_MS = 250;
const OWN_ANSWER_MS = 3_000;

/** So long what the reader's own act was answered with is left to be read; it stays, and the page goes on. */
const READING_MS = 6_000;

/** What lies over the page. */
const LAYER = "[popover]:popover-open, dialog[open]";
const TEXT = "input:not([type=hidden], [readonly]), select, textarea";

const isShown = (element: Element) => element.checkVisibility();

/** What lies over the page comes first where one types in it, or reads what became of one's own act just now. */
function isBusy(layer: Element, isReading: boolean): boolean {
  if (layer.matches("dialog") || layer.querySelector("[aria-busy=true]")) return true;
  const answers = [...layer.querySelectorAll("[role=status]")].filter(({ textContent }) => textContent);
  return [...layer.querySelectorAll(TEXT), ...(isReading ? answers : [])].some(isShown);
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
  let actedAt = 0;
  let letGo = () => {};

  const look = (isUrgent: boolean, version?: string) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        if (version !== undefined && version === mark()?.version) return;
        const isReading = Date.now() - actedAt < READING_MS;
        const layers = [...document.querySelectorAll(LAYER)];
        if (!isUrgent && layers.some((layer) => isBusy(layer, isReading))) return look(false, version);
        lookedAt = Date.now();
        letGo();
        if (Date.now() - actedAt > OWN_ANSWER_MS) letGo = holdStill();
        announceArrivals();
        refresh();
      },
      document.querySelector(LAYER) ? REST_MS : Math.max(OWN_ACT_MS, lookedAt + REST_MS - Date.now()),
    );
  };

  const follow = () => {
    stream?.close();
    const { live, version = "" } = mark() ?? {};
    if (!live || document.hidden) return;
    stream = new EventSource(`${live}?from=${encodeURIComponent(version)}`);
    stream.addEventListener("changed", ({ data }) => look(false, data));
    stream.addEventListener("gone", () => {
      stream?.close();
      look(true);
    });
  };

  const onAct = () => {
    actedAt = Date.now();
    letGo();
  };

  follow();
  document.addEventListener("submit", onAct, { signal, capture: true });
  document.addEventListener("visibilitychange", follow, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    stream?.close();
  });
}
