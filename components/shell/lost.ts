import type { Unsent } from "./unsent";
import { sayHere } from "./words-here";

const PATIENCE_MS = 5_000;

const LOST = [401, 403, 404, 410];

type Strip = { words: string; onward?: { words: string; href: string } };

/** What to say of a page that its reader has lost; nothing when it is not, or when nobody can tell just now. */
export async function findLost(stream: string): Promise<Strip | undefined> {
  const answer = await fetch(stream).catch(() => null);
  if (!answer || !LOST.includes(answer.status)) return void answer?.body?.cancel();
  if (answer.status === 401)
    return { words: sayHere("signedOut"), onward: { words: sayHere("signIn"), href: "/sign-in" } };
  const words = `${await answer.text()} ${sayHere("copy")}`;
  return answer.status === 410
    ? { words, onward: { words: sayHere("openNow"), href: location.pathname } }
    : { words };
}

let said: { words: string; strip: HTMLElement } | undefined;

/** Takes back that the page is lost: it is its reader's again. */
export const sayFound = (): void => said?.strip.remove();

/** Says so above the form that holds `kept`; where that leads opens beside the page, which keeps it. */
export function sayLost(lost: Strip, kept: Element): void {
  const form = kept.closest("form");
  const above = form?.checkVisibility() ? form : document.querySelector("main > *");
  if (!above || (said?.words === lost.words && said.strip.nextElementSibling === above)) return;
  sayFound();
  said = { words: lost.words, strip: putStrip(above, lost) };
}

/**
 * Called before the page is refreshed: when the row that is open goes from its list with what somebody else did, says
 * so where it stood, with what was typed into it. Removed by the reader, it has words of its own.
 */
export function announceRemoved({ textsIn }: Unsent): void {
  const row = document.querySelector<HTMLElement>("[data-removed-says]");
  const list = row?.parentElement;
  if (!row || !list) return;
  const { removedSays = "", id } = row.dataset;
  const observer = new MutationObserver(() => {
    if (row.isConnected) return;
    observer.disconnect();
    const isOwn = row.querySelector("[data-gone-says] [aria-busy=true]");
    if (isOwn || !list.isConnected || list.querySelector(`[data-id="${id}"]`)) return;
    const typed = textsIn(row).join("\n");
    putStrip(list, { words: typed ? `${removedSays}\n${sayHere("kept", typed)}` : removedSays });
  });
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), PATIENCE_MS);
}

/** A strip above what it is about, which stays in sight however far one scrolls there. */
function putStrip(above: Element, { words, onward }: Strip): HTMLElement {
  const strip = document.createElement("p");
  strip.role = "alert";
  strip.className = "note note-warning m-3";
  Object.assign(strip.style, {
    position: "sticky",
    insetBlockStart: "0",
    zIndex: "1",
    whiteSpace: "pre-line",
  });
  strip.append(words);
  if (onward) {
    const link = document.createElement("a");
    Object.assign(link, { href: onward.href, target: "_blank", className: "link font-medium" });
    link.textContent = onward.words;
    strip.append(" ", link);
  }
  above.before(strip);
  return strip;
}
