import { sayHere } from "./words-here";

const LOST = [401, 403, 404];

type Strip = { words: string; onward?: { words: string; href: string } };

/** What to say of a page that its reader has lost; nothing when it is not, or when nobody can tell just now. */
export async function findLost(stream: string): Promise<Strip | undefined> {
  const answer = await fetch(stream).catch(() => null);
  if (!answer || !LOST.includes(answer.status)) return void answer?.body?.cancel();
  if (answer.status === 401)
    return { words: sayHere("signedOut"), onward: { words: sayHere("signIn"), href: "/sign-in" } };
  return { words: `${await answer.text()} ${sayHere("copy")}` };
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
