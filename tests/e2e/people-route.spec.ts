import { expect, test } from "@playwright/test";
import { ADMIN, CLIENT, startFlow } from "./places";
import { signInAs } from "./session";

test("people are told only to internal members of the workspace, and to our own pages", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "Closed doors", []);
  const path = `${new URL(page.url()).pathname}/people`;
  const found = await page.request.get(`${path}?q=priya`);
  expect(found.status()).toBe(200);
  expect(found.headers()["cache-control"]).toBe("private, no-store");
  expect((await page.request.get(`${path}?q=${"a".repeat(300)}`)).status()).toBe(422);
  expect((await page.request.get(`${path}?q=a&org=other`)).status()).toBe(422);
  const ask = (origin: string | undefined, data: unknown) =>
    page.request.post(path, { data, ...(origin && { headers: { origin } }) });
  expect((await ask(baseURL, { texts: ["jo@acme"] })).status()).toBe(200);
  expect((await ask(baseURL, { texts: ["a\u0000"] })).status()).toBe(422);
  expect((await ask(undefined, { texts: ["jo@acme"] })).status()).toBe(403);
  expect((await ask("https://elsewhere.example", { texts: ["jo@acme"] })).status()).toBe(403);
  const other = await (await browser.newContext({ baseURL })).newPage();
  expect((await other.request.get(`${path}?q=priya`)).status()).toBe(401);
  await signInAs(other, CLIENT);
  expect((await other.request.get(`${path}?q=priya`)).status()).toBe(404);
  await other.goto("/northwind/timeline");
  await other.getByRole("link", { name: /Acme Corp onboarding/ }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Acme Corp onboarding" })).toBeVisible();
  const own = `${new URL(other.url()).pathname}/people?q=priya`;
  expect((await other.request.get(own)).status()).toBe(403);
});

test("people for a role of a template are told to internal users only", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const path = "/northwind/templates/people";
  const found = await page.request.get(`${path}?q=priya&audience=client`);
  expect([found.status(), found.headers()["cache-control"]]).toEqual([200, "private, no-store"]);
  for (const query of ["q=priya", "q=priya&audience=everybody", "q=a&audience=any&role=1"])
    expect((await page.request.get(`${path}?${query}`)).status(), query).toBe(422);
  const ask = (origin: string) =>
    page.request.post(`${path}?audience=any`, { data: { texts: ["jo@acme"] }, headers: { origin } });
  expect((await ask(baseURL ?? "")).status()).toBe(200);
  expect((await ask("https://elsewhere.example")).status()).toBe(403);
  const other = await (await browser.newContext({ baseURL })).newPage();
  expect((await other.request.get(`${path}?q=priya&audience=any`)).status()).toBe(401);
  await signInAs(other, CLIENT);
  expect((await other.request.get(`${path}?q=priya&audience=any`)).status()).toBe(403);
});

test("people for a group are told to internal users only, and what is no group is refused in words", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const path = "/northwind/contacts/people";
  const found = await page.request.get(`${path}?q=priya&kind=client_group`);
  expect([found.status(), found.headers()["cache-control"]]).toEqual([200, "private, no-store"]);
  for (const query of [
    "q=priya",
    "q=priya&kind=everybody",
    "q=priya&kind=team&group=1",
    "q=a&kind=team&role=1",
  ])
    expect((await page.request.get(`${path}?${query}`)).status(), query).toBe(422);
  const ask = (origin: string) =>
    page.request.post(`${path}?kind=team`, { data: { texts: ["jo@acme"] }, headers: { origin } });
  expect((await ask(baseURL ?? "")).status()).toBe(200);
  expect((await ask("https://elsewhere.example")).status()).toBe(403);
  const other = await (await browser.newContext({ baseURL })).newPage();
  expect((await other.request.get(`${path}?q=priya&kind=team`)).status()).toBe(401);
  await signInAs(other, CLIENT);
  expect((await other.request.get(`${path}?q=priya&kind=team`)).status()).toBe(403);
});
