import { expect } from "@playwright/test";
import { sql } from "drizzle-orm";
import { makeToken, newestKey } from "@/lib/domain/token";
import { check } from "./axe";
import { test } from "./installation";

test.use({ locale: "de-AT" });

test("a page that cannot be loaded says so in the browser's language, and comes back with its button", async ({
  page,
  installation: { db },
}) => {
  await page.goto("/setup");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Foyer einrichten");
  await check(page, "setting up in German");
  await db.execute(sql`alter table organizations rename to organizations_away`);
  try {
    await page.goto("/setup");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Diese Seite konnte nicht geladen werden",
    );
    await expect(page.getByText(/^Ihre Arbeit ist sicher\..* und nennen Sie \d+\.$/)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await check(page, "a broken page");
  } finally {
    await db.execute(sql`alter table organizations_away rename to organizations`);
  }
  await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Foyer einrichten");
  await page.getByRole("button", { name: "Organisation anlegen" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Bitte prüfen Sie die markierten Felder.");
  await expect(page.getByText("Geben Sie den Namen Ihrer Organisation ein.").first()).toBeVisible();
});

test("a link that cannot be looked up for a moment says so, is as good as before, and opens with its button", async ({
  page,
  installation: { db, keys },
}) => {
  const link = { organization: 1, id: "01a00000-0000-7000-8000-000000000000" };
  const paths = ["invite", "join", "stop"] as const;
  await db.execute(sql`alter table organizations rename to organizations_away`);
  try {
    for (const path of paths) {
      const response = await page.goto(`/${path}/${makeToken(keys, newestKey(keys), path, link, 1)}`);
      expect(response?.status(), path).toBe(500);
      await expect(page.getByRole("heading")).toHaveText("Diese Seite konnte nicht geladen werden");
      await expect(
        page.getByText(/^Bei uns ist etwas schiefgegangen\. .* nennen Sie [0-9a-f]{8}\.$/),
      ).toBeVisible();
      await expect(page.getByText("Ihr Link gilt weiter wie bisher.")).toBeVisible();
      await check(page, `${path}, broken`);
    }
  } finally {
    await db.execute(sql`alter table organizations_away rename to organizations`);
  }
  await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(page.getByRole("heading")).toHaveText("Sie kennen den Absender nicht?");
});
