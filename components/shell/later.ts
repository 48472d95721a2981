import { listenToDrag } from "@/components/ui/drag-rows";
import { keepTyped } from "@/components/ui/keep-typed";
import { listenToKeys } from "./keys";
import { followLive } from "./live";

/** What a page can do without until it is loaded: keys, menus and layers, dragging, forms that were refused, and hearing of changes. */
export function listenLater(signal: AbortSignal, hasShortcuts: boolean, refresh: () => void): void {
  if (signal.aborted) return;
  listenToKeys(signal, hasShortcuts);
  listenToDrag(signal);
  keepTyped(signal);
  followLive(signal, refresh);
}
