import { listenToDrag } from "@/components/ui/drag-rows";
import { keepTyped } from "@/components/ui/keep-typed";
import { listenToCommands } from "./commands";
import { keepFocus } from "./keep-focus";
import { listenToKeys } from "./keys";
import { followLive } from "./live";
import { listenToRegions } from "./regions";
import { sayWhatWent } from "./say-gone";

/**
 * What a page can do without until it is loaded: keys, menus and layers, dragging, forms that were refused, the focus
 * of what went and words for it, and hearing of changes.
 */
export function listenLater(signal: AbortSignal, hasShortcuts: boolean, refresh: () => void): void {
  if (signal.aborted) return;
  listenToKeys(signal, hasShortcuts);
  listenToCommands(signal);
  listenToRegions(signal);
  listenToDrag(signal);
  keepTyped(signal);
  keepFocus(signal);
  sayWhatWent(signal);
  followLive(signal, refresh);
}
