import { announceArrivals } from "./arrivals";
import { holdStill } from "./hold-still";
import { announceRemoved, findLost, sayFound, sayLost } from "./lost";
import { watchUnsent } from "./unsent";

/** At most one look a second, however much happens. */
const REST_MS = 1_000;

/** The answer to the reader's own act brings the new page along, and may move what it likes. */
const OWN_ACT_MS = 250;
const OWN_ANSWER_MS = 3_000;

/** So long what the reader's own act was answered with is left to be read; it stays, and the page goes on. */
const READING_MS = 6_000;

/** Until a stream that ended or was refused is asked for again. */
const AGAIN_MS = 3_000;

/** What lies over the page. */
const LAYER = "[popover]:popover-open, dialog[open]";
const TEXT = "input:not([type=hidden], [readonly]), select, textarea";

const isShown = (element: Element) => element.checkVisibility();

/** What lies over the page comes first where one types in it, or reads what became of one's own act just now. */
function isLayerBusy(layer: Element, isReading: boolean): boolean {
  if (layer.matches("dialog") || layer.querySelector("[aria-busy=true]")) return true;
  const answers = [...layer.querySelectorAll("[role=status]")].filter(({ textContent }) => textContent);
  return [...layer.querySelectorAll(TEXT), ...(isReading ? answers : [])].some(isShown);
}

const isBusy = (isReading: boolean) =>
  [...document.querySelectorAll(LAYER)].some((layer) => isLayerBusy(layer, isReading));

const mark = () => document.querySelector<HTMLElement>("[data-live]")?.dataset;

/**
 * Keeps the open page true: follows the stream it names and calls `refresh` when what it shows is old. A page in
 * the background lets go of its stream and catches up when it is looked at again; one without a connection stays as it
 * is, where the browser would leave it, and catches up once there is one. One that its reader may not see any
 * more goes where a refresh leads, unless it holds what was not sent: then it says so, and stays.
 */
export function followLive(signal: AbortSignal, refresh: () => void): void {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lookedAt = 0;
  let actedAt = 0;
  let letGo = () => {};
  const unsent = watchUnsent(signal);

  const look = (isUrgent: boolean, version?: string) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        if (!navigator.onLine || (version !== undefined && version === mark()?.version)) return;
        if (!isUrgent && isBusy(Date.now() - actedAt < READING_MS)) return look(false, version);
        lookedAt = Date.now();
        letGo();
        if (Date.now() - actedAt > OWN_ANSWER_MS) letGo = holdStill();
        announceArrivals();
        announceRemoved(unsent);
        refresh();
      },
      document.querySelector(LAYER) ? REST_MS : Math.max(OWN_ACT_MS, lookedAt + REST_MS - Date.now()),
    );
  };

  const rest = () => {
    stream?.close();
    clearTimeout(timer);
  };

  const leave = async (live: string) => {
    rest();
    const lost = await findLost(live);
    if (signal.aborted) return;
    const kept = lost && unsent.find();
    if (lost && !kept) return look(true);
    if (kept) sayLost(lost, kept);
    timer = setTimeout(follow, AGAIN_MS);
  };

  const follow = () => {
    rest();
    const { live, version = "" } = mark() ?? {};
    if (!live || document.hidden) return;
    stream = new EventSource(`${live}?from=${encodeURIComponent(version)}`);
    stream.addEventListener("open", sayFound);
    stream.addEventListener("changed", ({ data }) => look(false, data));
    stream.addEventListener("gone", () => leave(live));
    stream.addEventListener("error", () => stream?.readyState === EventSource.CLOSED && leave(live));
  };

  const onAct = () => {
    actedAt = Date.now();
    letGo();
  };

  follow();
  document.addEventListener("submit", onAct, { signal, capture: true });
  document.addEventListener("visibilitychange", follow, { signal });
  window.addEventListener("online", follow, { signal });
  signal.addEventListener("abort", rest);
}
