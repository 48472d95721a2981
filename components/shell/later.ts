import { listenToDrag } from "@/components/ui/drag-rows";
import { listenToKeys } from "./keys";
import { followLive } from "./live";

/** What a page can do without until it is loaded: keys, menus and layers, dragging, and hearing of changes. */
export function listenLater(signal: AbortSignal, hasShortcuts: boolean, refresh: () => void): void {
  if (signal.aborted) return;
  listenToKeys(signal, hasShortcuts);
  listenToDrag(signal);
  followLive(signal, refresh);
}
