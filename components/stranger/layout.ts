import type { Catalogue } from "@/lib/catalogue";
import { type Html, html } from "./html";

/** The whole style of these pages: system font, both colour schemes, one column. */
const STYLE = html`<style>
:root{color-scheme:light dark;--canvas:#f9fafb;--surface:#fff;--line:#e1e3e6;--control:#868991;--text:#181b20;--soft:#4e535b;--accent:#2d5ed4;--hover:#1d4bc0;--ink:#f8fafe;--link:#214dba;--focus:#3569e7;--bad:#a71922;--badtint:#ffebea}
@media(prefers-color-scheme:dark){:root{--canvas:#0b0c0f;--surface:#121417;--line:#25282c;--control:#6b6f77;--text:#eff0f3;--soft:#aeb1b8;--accent:#386be2;--hover:#2b5bd1;--link:#94b7fe;--focus:#6e9bfb;--bad:#fc9c99;--badtint:#411718}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:28rem;margin:0 auto;padding:max(1.5rem,9vh) 1rem 2rem}
.org{margin:0 0 1rem;text-align:center;color:var(--soft);font-weight:500}
.card{background:var(--surface);border:1px solid var(--line);border-radius:14px;padding:1.75rem}
h1{font-size:1.5rem;line-height:1.3;letter-spacing:-.02em;margin:0 0 1rem;text-wrap:balance;overflow-wrap:anywhere}
h1 small{display:block;font-size:1rem;font-weight:400;letter-spacing:0;color:var(--soft)}
p{margin:0 0 1rem;overflow-wrap:anywhere}.soft,footer{color:var(--soft);font-size:.875rem}
dl{margin:0 0 1.25rem;border-top:1px solid var(--line)}
dl div{display:grid;grid-template-columns:6.5rem 1fr;gap:.5rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
blockquote{margin:0 0 1.25rem;padding:.5rem .875rem;border-left:3px solid var(--line);white-space:pre-line;overflow-wrap:anywhere}
form{margin:0 0 .75rem}label{display:block;margin:0 0 .25rem;font-weight:500}
input{width:100%;height:2.75rem;margin:0 0 .75rem;padding:0 .75rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--control);border-radius:8px}
button{width:100%;min-height:2.75rem;font:inherit;font-weight:500;border:1px solid var(--control);border-radius:8px;background:var(--surface);color:var(--text);cursor:pointer}
button.main{background:var(--accent);border-color:var(--accent);color:var(--ink)}button.main:hover{background:var(--hover)}
button+button{margin-top:.75rem}button.plain{border:0;background:none;color:var(--link)}a{color:var(--link)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
details{margin:0 0 .75rem}summary{padding:.625rem 0;text-align:center;color:var(--link);font-weight:500;cursor:pointer}
.bad{padding:.625rem .875rem;border-radius:8px;background:var(--badtint);color:var(--bad)}
footer{text-align:center;padding:1rem 0}
</style>`;

/** One complete document of a page for people who are not signed in, in the language of its words: no script, one request. */
export function strangerPage(
  { every }: Catalogue,
  title: Html | string,
  organization: string | null,
  body: Html,
): string {
  return html`<!doctype html><html lang="${every.language}"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,">${STYLE}</head><body><main><p class="org">${organization ?? "Foyer"}</p><div class="card">${body}</div></main></body></html>`
    .text;
}

/**
 * The page as an answer. Policy, referrer and caching come from `proxy.ts`, whose headers win for
 * these paths: no script, no frame, no store, and no referrer to anybody else.
 */
export const strangerResponse = (page: string, status = 200): Response =>
  new Response(page, {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
