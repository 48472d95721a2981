import fs from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { ADMIN, CLIENT } from "./places";
import { signInAs } from "./session";

/** Every catalogue of a folder under `messages/`. */
const catalogues = (folder: string): object[] =>
  fs
    .readdirSync(`messages/${folder}`)
    .map((file) => JSON.parse(fs.readFileSync(`messages/${folder}/${file}`, "utf8")));

/** Every whole text of some catalogues. */
const leaves = (words: object): string[] =>
  Object.values(words).flatMap((value) => (typeof value === "string" ? [value] : leaves(value)));

const sentences = catalogues("sentences/de");
const german = new Set([...leaves(catalogues("screens/de")), ...leaves(sentences)]);

/** What only an English page says; not what is the same in both languages, and nothing with values in it. */
const english = new Set(
  [...leaves(catalogues("screens/en")), ...sentences.flatMap(Object.keys)].filter(
    (words) => !german.has(words) && !/[{⟦<]/.test(words),
  ),
);

/** Names of the demo organization that are also words of the product. */
const NAMES = new Set<string>(["Client"]);

/** What a page says and what it calls its parts. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set([document.title.replace(/ · .*/, "")]);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode())
      if (!node.parentElement?.closest("script, style, iframe")) found.add(node.textContent ?? "");
    const names = ["aria-label", "aria-description", "title", "placeholder", "alt"];
    for (const name of names)
      for (const one of document.querySelectorAll(`[${name}]`)) found.add(one.getAttribute(name) ?? "");
    return [...found].map((text) => text.replaceAll(/\s+/g, " ").trim());
  });

/** The same person in a browser that asks for German, on a phone. */
async function inGerman(page: Page, browser: Browser, address: string): Promise<Page> {
  await signInAs(page, address);
  const { baseURL } = test.info().project.use;
  const storageState = await page.context().storageState();
  const viewport = { width: 390, height: 844 };
  return (await browser.newContext({ baseURL, locale: "de-DE", storageState, viewport })).newPage();
}

async function read(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html"), path).toHaveAttribute("lang", "de");
  const left = (await textsOf(page)).filter((text) => english.has(text) && !NAMES.has(text));
  expect(left, path).toEqual([]);
}

const hrefOf = async (page: Page, path: string, start: RegExp): Promise<string> => {
  await page.goto(path);
  const hrefs = await page.locator("main a").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
  return hrefs.find((href) => start.test(href ?? "")) ?? "";
};

test("an admin whose browser asks for German reads German on every screen", async ({ page, browser }) => {
  const reader = await inGerman(page, browser, ADMIN);
  const at = "/northwind";
  const workspace = (await hrefOf(reader, `${at}/timeline`, /\/w\/[0-9a-f-]{36}/)).replace(/\?.*/, "");
  const contact = await hrefOf(reader, `${at}/contacts`, /\/contacts\/[0-9a-f-]{36}$/);
  const group = await hrefOf(reader, `${at}/contacts?tab=groups`, /\/contacts\/groups\/[0-9a-f-]{36}/);
  const template = await hrefOf(reader, `${at}/templates`, /\/templates\/[0-9a-f-]{36}/);
  expect([workspace, contact, group, template].every(Boolean)).toBe(true);
  const screens = [
    "/timeline",
    "/timeline?find=zzzz",
    "/contacts",
    "/contacts?tab=internal",
    "/contacts?tab=groups",
    "/contacts?tab=teams",
    "/contacts?find=zzzz",
    "/contacts/requests",
    "/contacts/internal-link",
    "/contacts/new/client",
    "/contacts/new/internal",
    "/contacts/new/client-group",
    "/contacts/new/internal-team",
    "/invitations",
    "/outbox",
    "/settings/general",
    "/settings/invitations",
    "/settings/delivery",
    "/settings/notices",
    "/templates",
    "/templates/new",
    "/w/new",
    "/account",
  ].map((screen) => at + screen);
  const places = ["", "?panel=members", "?panel=members&invite", "/link", "/reminders", "/settings"];
  for (const path of [
    ...screens,
    ...places.map((place) => workspace + place),
    contact,
    group,
    template,
    `${template}/use`,
    "/mailbox",
    "/northwind/nowhere",
  ])
    await read(reader, path);
});

test("a client reads German too; the busiest screens hold the longer words on a phone", async ({
  page,
  browser,
}) => {
  const reader = await inGerman(page, browser, CLIENT);
  const workspace = (await hrefOf(reader, "/northwind/timeline", /\/w\/[0-9a-f-]{36}/)).replace(/\?.*/, "");
  for (const path of ["/northwind/timeline", workspace, `${workspace}?panel=members`, "/northwind/account"]) {
    await read(reader, path);
    await check(reader, `${path} in German`);
  }
});
