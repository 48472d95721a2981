import type { Catalogue } from "@/lib/catalogue";
import { html } from "./html";
import { strangerPage } from "./layout";

/** "I don't know this sender": one button, and what it does and does not do. */
export function stopPage(words: Catalogue, isDone: boolean): string {
  const { stop } = words.pages;
  return strangerPage(
    words,
    stop.title,
    null,
    isDone
      ? html`<h1>${stop.done}</h1><p>${stop.nothingMore}</p>`
      : html`<h1>${stop.heading}</h1><p>${stop.what}</p>
<form method="post"><button class="main" name="act" value="stop">${stop.button}</button></form>`,
  );
}
