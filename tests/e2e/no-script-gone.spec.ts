import { type Browser, expect, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { newId } from "@/lib/domain/id";
import { addOrganization, type Installation, signInByCode, test } from "./installation";

const ADA = "ada@mole.example";

/** Ada's browser without script. */
async function openPlainly(page: Page, browser: Browser, installation: Installation): Promise<Page> {
  await addOrganization(installation, "mole", ADA);
  await signInByCode(page, installation, ADA);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState,
    baseURL: installation.url,
  });
  return context.newPage();
}

async function addSubjects({
  db,
}: Installation): Promise<{ contact: string; group: string; template: string }> {
  const ids = { contact: newId(), group: newId(), template: newId() };
  await db.execute(sql`insert into contacts (org_id, id, kind, name, email, sort_key)
    select id, ${ids.contact}::uuid, 'client', 'Kim', 'kim@acme.example', 'kim' from organizations`);
  await db.execute(sql`insert into groups (org_id, id, kind, name, sort_key)
    select id, ${ids.group}::uuid, 'client_group', 'Board', 'board' from organizations`);
  await db.execute(sql`insert into templates (org_id, id, name, sort_key, owner_id, flow)
    select org_id, ${ids.template}::uuid, 'Intake', 'intake', id, '{"roles": [], "actions": []}' from contacts where is_admin`);
  return ids;
}

async function expectGone(plain: Page): Promise<void> {
  await expect(plain.getByRole("heading", { name: /^This page does not exist/ })).toBeVisible();
  await expect(plain.getByRole("link", { name: "Go to your timeline" })).toBeVisible();
}

test("forms of a contact, a group and a template that are deleted meanwhile end at the page for what is not there", async ({
  page,
  browser,
  installation,
}) => {
  const plain = await openPlainly(page, browser, installation);
  const { contact, group, template } = await addSubjects(installation);
  const remove = (table: string, id: string) =>
    installation.db.execute(sql`delete from ${sql.identifier(table)} where id = ${id}`);

  await plain.goto(`/mole/contacts/groups/${group}`);
  await plain.getByRole("textbox", { name: "New addresses" }).fill("lee@acme.example");
  await remove("groups", group);
  await plain.getByRole("button", { name: "Add to group" }).click();
  await expectGone(plain);

  await plain.goto(`/mole/contacts/${contact}`);
  await remove("contacts", contact);
  await plain.getByRole("button", { name: "Save" }).click();
  await expectGone(plain);

  await plain.goto(`/mole/templates/${template}?do=delete`);
  await remove("templates", template);
  await plain.getByRole("button", { name: "Delete template" }).click();
  await expectGone(plain);
});

test("a form of the settings, of a new person and of a new workspace ends there once its sender may not see the page", async ({
  page,
  browser,
  installation,
}) => {
  const plain = await openPlainly(page, browser, installation);
  const become = (kind: "internal" | "client") =>
    installation.db.execute(sql`update contacts set kind = ${kind}, is_admin = ${kind === "internal"}`);
  for (const [path, typed, button] of [
    ["/mole/settings/general", {}, "Save"],
    ["/mole/contacts/new/client", { "Full name": "Kim", Email: "kim@acme.example" }, "Next"],
    ["/mole/w/new", { Name: "Harbour", "Name of role 1": "Lender" }, "Create workspace"],
  ] as const) {
    await plain.goto(path);
    for (const [label, text] of Object.entries(typed))
      await plain.getByLabel(label, { exact: true }).fill(text);
    await become("client");
    await plain.getByRole("button", { name: button, exact: true }).click();
    await expectGone(plain);
    await become("internal");
  }
});
