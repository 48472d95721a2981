import { unstable_rethrow } from "next/navigation";
import { browserSay, failureOf } from "@/lib/actions/run";
import type { Catalogue } from "@/lib/catalogue";
import { browserWords } from "@/lib/stranger";
import { html } from "./html";
import { strangerPage, strangerResponse } from "./layout";

type Handler<P> = (request: Request, params: P) => Promise<Response>;

/**
 * A plain page that has a face also when something fails that nobody foresaw: it says that nothing was changed and what
 * to mention, in the browser's language, and its button loads the page again.
 */
export const facing =
  <P>(handle: Handler<P>): Handler<P> =>
  (request, params) =>
    handle(request, params).catch(async (error) => {
      unstable_rethrow(error);
      const { message } = failureOf(error, await browserSay());
      return strangerResponse(brokenPage(browserWords(request), message), 500);
    });

function brokenPage(words: Catalogue, message: string): string {
  const { broken } = words.pages;
  return strangerPage(
    words,
    broken.heading,
    null,
    html`<h1>${broken.heading}</h1><p>${message}</p><p>${broken.link}</p>
<form><button class="main">${broken.again}</button></form>`,
  );
}
