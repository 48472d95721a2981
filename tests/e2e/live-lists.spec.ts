import { expect } from "@playwright/test";
import { sql } from "drizzle-orm";
import { newId } from "@/lib/domain/id";
import { check } from "./axe";
import { addOrganization, type Installation, signInByCode, test } from "./installation";

const ADA = "ada@quay.example";
const SOON = { timeout: 5_000 };

/** Somebody asks to become an internal user, by a link of the organization. */
const askedBy = ({ db }: Installation, name: string) =>
  db.execute(sql`
    with ada as (select c.org_id, c.id from contacts c join organizations o on o.id = c.org_id where o.slug = 'quay'),
      link as (insert into workspace_links (org_id, id, created_by, audience, expires_at)
        select org_id, ${newId()}::uuid, id, 'internal', now() + interval '1 day' from ada returning org_id, id)
    insert into join_requests (org_id, id, link_id, address, kind, audience, name, status, expires_at)
    select org_id, ${newId()}::uuid, id, 'lee@quay.example', 'email', 'internal', ${name}, 'pending', now() + interval '1 day'
    from link`);

test("open lists of requests, on a phone, and of invitations hear of what comes in", async ({
  page,
  installation,
}) => {
  await addOrganization(installation, "quay", ADA);
  await signInByCode(page, installation, ADA);
  const requests = await page.context().newPage();
  await requests.setViewportSize({ width: 390, height: 664 });
  await requests.goto("/quay/contacts/requests");
  await expect(requests.getByText("Nobody asks to become an internal user.")).toBeVisible();
  await expect(requests.getByRole("heading", { level: 1, name: "Requests to join" })).toBeVisible();
  await check(requests, "no requests");
  await askedBy(installation, "Lee Park");
  await expect(requests.getByText("Lee Park").first()).toBeVisible(SOON);
  await check(requests, "a request");

  const list = await page.context().newPage();
  await list.goto("/quay/invitations");
  await expect(list.getByText("No invitations yet.")).toBeVisible();
  await page.goto("/quay/contacts/new/client");
  await page.getByLabel("Full name").fill("Kim Lee");
  await page.getByLabel("Email", { exact: true }).fill("kim@acme.example");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("radio", { name: "Add to Contacts", exact: true }).check();
  await page.getByRole("button", { name: "Add to Contacts", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Kim Lee added and invited" })).toBeVisible();
  await expect(list.getByRole("row").filter({ hasText: "Kim Lee" })).toBeVisible(SOON);
});

test("an open list without a connection stays as it is, and catches up once there is one", async ({
  page,
  installation,
}) => {
  await addOrganization(installation, "quay", ADA);
  await signInByCode(page, installation, ADA);
  const stream = page.waitForRequest(/\/live\?from=/);
  await page.goto("/quay/contacts/requests");
  await stream;
  await expect(page.getByText("Nobody asks to become an internal user.")).toBeVisible();
  await page.context().setOffline(true);
  await askedBy(installation, "Lee Park");
  await page.waitForTimeout(2_500);
  await expect(page.getByText("Nobody asks to become an internal user.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("Lee Park").first()).toBeVisible(SOON);
});
