import { expect, type Locator, test } from "@playwright/test";
import { freshAddress } from "./mail";
import { ADMIN, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

const PHONES = [
  { width: 320, height: 568 },
  { width: 390, height: 664 },
];

test.use({ hasTouch: true });

type Place = { x: number; y: number; width: number; height: number };

async function placeOf(element: Locator): Promise<Place> {
  await element.evaluate((shown) => Promise.all(shown.getAnimations().map(({ finished }) => finished)));
  const place = await element.boundingBox();
  if (!place) throw new Error("It is not shown.");
  return place;
}

/** By how many pixels something reaches out of what it is to lie in; none where it lies inside. */
const overhang = (inner: Place, outer: Place): number =>
  Math.max(
    0,
    outer.x - inner.x,
    outer.y - inner.y,
    inner.x + inner.width - outer.x - outer.width,
    inner.y + inner.height - outer.y - outer.height,
  );

for (const people of [1, 4])
  test(`on a phone the box of an invitation is reached whole, in a panel of ${people} invited`, async ({
    page,
  }) => {
    const names = Array.from({ length: people }, () => freshAddress("kim"));
    await signInAs(page, ADMIN);
    await startFlow(page, `Reach of ${people}`, []);
    const panel = await openMembers(page);
    await invite(page, names);
    for (const phone of PHONES) {
      await page.setViewportSize(phone);
      for (const name of names) {
        await memberRow(panel, name).getByRole("button", { name: "Not Joined" }).click();
        const box = page.getByRole("dialog", { name: `Invitation for ${name}` });
        await expect(box.getByRole("button", { name: "Cancel Invitation" })).toBeVisible();
        // What became of the message may come meanwhile, and gives the box another size.
        await expect(async () => {
          const place = await placeOf(box);
          expect(overhang(place, { x: 0, y: 0, ...phone })).toBe(0);
          for (const button of await box.getByRole("button").all()) {
            await button.scrollIntoViewIfNeeded();
            expect(overhang(await placeOf(button), place)).toBe(0);
          }
        }).toPass({ timeout: 10_000 });
        await page.keyboard.press("Escape");
        await expect(box).toBeHidden();
      }
    }
  });
