import { type Browser, expect } from "@playwright/test";
import { sql } from "drizzle-orm";
import { newId } from "@/lib/domain/id";
import { addOrganization, type Installation, signInByCode, test } from "./installation";
import { pastePeople } from "./wizard-steps";

const ADA = "ada@pier.example";
const INES = "ines@pier.example";
const SOON = { timeout: 5_000 };

/** Ines, an internal user, in a browser of her own. */
async function openColleague(browser: Browser, baseURL: string | undefined, installation: Installation) {
  await installation.db.execute(sql`
    with account as (insert into users (id, name) values (${newId()}, 'Ines Sol') returning id),
      address as (insert into user_addresses (address, kind, user_id) select ${INES}, 'email', id from account)
    insert into contacts (org_id, id, kind, name, email, sort_key, user_id, joined_at)
    select o.id, ${newId()}::uuid, 'internal', 'Ines Sol', ${INES}, 'ines sol', a.id, now()
    from organizations o, account a where o.slug = 'pier'`);
  const page = await (await browser.newContext({ baseURL })).newPage();
  await signInByCode(page, installation, INES);
  return page;
}

/** A group without people; answers the path of its page. */
async function addGroup({ db }: Installation): Promise<string> {
  const id = newId();
  await db.execute(sql`insert into groups (org_id, id, kind, name, sort_key)
    select id, ${id}::uuid, 'client_group', 'Board', 'board' from organizations where slug = 'pier'`);
  return `/pier/contacts/groups/${id}`;
}

/** A client without an account; answers the path of their page. */
async function addClient({ db }: Installation, name: string, email: string): Promise<string> {
  const id = newId();
  await db.execute(sql`insert into contacts (org_id, id, kind, name, email, sort_key)
    select id, ${id}::uuid, 'client', ${name}::text, ${email}, lower(${name}) from organizations where slug = 'pier'`);
  return `/pier/contacts/${id}`;
}

test("open pages of contacts and groups hear who comes, and end when their reader may not see them", async ({
  page,
  browser,
  baseURL,
  installation,
}) => {
  await addOrganization(installation, "pier", ADA);
  await signInByCode(page, installation, ADA);
  const board = await addGroup(installation);
  const list = await openColleague(browser, baseURL, installation);
  const group = await list.context().newPage();
  await group.goto(board);
  await expect(group.getByText("Nobody is in this group yet.")).toBeVisible();
  await list.goto("/pier/contacts");
  await expect(list.getByRole("row").filter({ hasText: "kim@acme.example" })).toHaveCount(0);

  await page.goto(board);
  await pastePeople(page.getByRole("combobox", { name: "People" }), ["kim@acme.example"]);
  await page.getByRole("button", { name: "Add to group" }).click();
  const row = list.getByRole("row").filter({ hasText: "kim@acme.example" });
  await expect(row).toBeVisible(SOON);
  await expect(group.getByRole("listitem").filter({ hasText: "kim@acme.example" })).toBeVisible(SOON);

  await row.getByRole("link", { name: "kim@acme.example" }).focus();
  await page.goto("/pier/contacts/new/client");
  await page.getByLabel("Full name").fill("Ann Lee");
  await page.getByLabel("Email", { exact: true }).fill("ann@acme.example");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("radio", { name: "Add to Contacts", exact: true }).check();
  const before = await row.boundingBox();
  await page.getByRole("button", { name: "Add to Contacts", exact: true }).click();
  await expect(list.getByRole("row").filter({ hasText: "Ann Lee" })).toContainText("Not Joined", SOON);
  await expect(row.getByRole("link", { name: "kim@acme.example" })).toBeFocused();
  expect(Math.abs(((await row.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);

  await page.goto("/pier/contacts?tab=internal");
  await page.getByRole("link", { name: "Ines Sol", exact: true }).click();
  await page.getByRole("button", { name: /^Deactivate/ }).click();
  for (const open of [list, group])
    await expect(open.getByRole("heading", { name: "Sign in", exact: true })).toBeVisible(SOON);
});

test("the page of a contact who is merged elsewhere keeps what was typed and says who they are now; others go there", async ({
  page,
  installation,
}) => {
  await addOrganization(installation, "pier", ADA);
  await signInByCode(page, installation, ADA);
  const keep = await addClient(installation, "Kim Lee", "kim@acme.example");
  const drop = await addClient(installation, "Kim", "kim@home.example");
  await page.goto(drop);
  await page.getByLabel("Company").fill("Acme Harbour");
  const read = await page.context().newPage();
  await read.goto(drop);
  await read.getByLabel("Title").fill("Captain");
  await read.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/ changed .*title/i)).toBeVisible(SOON);
  await expect(page.getByLabel("Company")).toHaveValue("Acme Harbour");
  const other = await page.context().newPage();
  const [kept, dropped] = [keep, drop].map((path) => path.split("/").at(-1));
  await other.goto(`/pier/contacts/merge?keep=${kept}&drop=${dropped}`);
  await other.getByRole("button", { name: "Merge contacts" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Kim Lee" })).toBeVisible();

  const strip = page.getByRole("main").getByRole("alert");
  await expect(strip).toContainText("This contact was merged into Kim Lee.", SOON);
  await expect(strip).toContainText("What you entered is still here for you to copy.");
  await expect(page.getByLabel("Company")).toHaveValue("Acme Harbour");
  const opened = page.waitForEvent("popup");
  await strip.getByRole("link", { name: "Open in a new tab" }).click();
  for (const now of [await opened, read]) {
    await expect(now.getByRole("heading", { level: 1, name: "Kim Lee" })).toBeVisible(SOON);
    await expect(now).toHaveURL(new RegExp(keep));
    await expect(now.getByRole("status").first()).toContainText("merged Kim into Kim Lee");
  }
});
