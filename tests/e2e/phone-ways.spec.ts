import { expect } from "@playwright/test";
import { check } from "./axe";
import { addOrganization, signInByCode, test } from "./installation";

const ADA = "ada@quay.example";

test.use({ viewport: { width: 390, height: 664 } });

test("on a phone one goes from one organization to another by More", async ({ page, installation }) => {
  await addOrganization(installation, "quay", ADA);
  await addOrganization(installation, "pier", ADA);
  await signInByCode(page, installation, ADA);
  await page.goto("/quay/timeline");
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "More" }).click();
  await check(page, "More");
  await page.getByRole("link", { name: "Your organizations" }).click();
  await page.getByRole("link", { name: "The pier firm" }).click();
  await expect(page).toHaveURL(/\/pier\/timeline$/);
});
