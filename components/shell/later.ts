import { listenToKeys } from "./keys";
import { followLive } from "./live";

/** What a page can do without until it is loaded: keys, menus and layers, and hearing of changes. */
export function listenLater(signal: AbortSignal, hasShortcuts: boolean, refresh: () => void): void {
  if (signal.aborted) return;
  listenToKeys(signal, hasShortcuts);
  followLive(signal, refresh);
}
