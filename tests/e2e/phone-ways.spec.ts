import { expect, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { newId } from "@/lib/domain/id";
import { check } from "./axe";
import { addOrganization, type Installation, newestCode, test } from "./installation";
import { askForCode, enterCode } from "./session";

const ADA = "ada@quay.example";

test.use({ viewport: { width: 390, height: 664 } });

async function signIn(page: Page, installation: Installation): Promise<void> {
  await askForCode(page, ADA);
  await enterCode(page, (await newestCode(installation, ADA)).digits);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

test("on a phone one goes from one organization to another by More", async ({ page, installation }) => {
  await addOrganization(installation, "quay", ADA);
  await addOrganization(installation, "pier", ADA);
  await signIn(page, installation);
  await page.goto("/quay/timeline");
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "More" }).click();
  await check(page, "More");
  await page.getByRole("link", { name: "Your organizations" }).click();
  await page.getByRole("link", { name: "The pier firm" }).click();
  await expect(page).toHaveURL(/\/pier\/timeline$/);
});

test("on a phone the page of requests says what it is", async ({ page, installation }) => {
  await addOrganization(installation, "quay", ADA);
  await signIn(page, installation);
  await page.goto("/quay/contacts/requests");
  await expect(page.getByRole("heading", { level: 1, name: "Requests to join" })).toBeVisible();
  await check(page, "no requests");
  await installation.db.execute(sql`
    with ada as (select c.org_id, c.id from contacts c join organizations o on o.id = c.org_id where o.slug = 'quay'),
      link as (insert into workspace_links (org_id, id, created_by, audience, expires_at)
        select org_id, ${newId()}::uuid, id, 'internal', now() + interval '1 day' from ada returning org_id, id)
    insert into join_requests (org_id, id, link_id, address, kind, audience, name, status, expires_at)
    select org_id, ${newId()}::uuid, id, 'lee@quay.example', 'email', 'internal', 'Lee Park', 'pending', now() + interval '1 day'
    from link`);
  await page.reload();
  await expect(page.getByText("Lee Park").first()).toBeVisible();
  await check(page, "a request");
});
