import { expect } from "@playwright/test";
import { accounts, sessions, userAddresses, users } from "@/db/schema";
import { addOrganization, test } from "./installation";

const ADA = "ada@fjord.example";

test.beforeEach(async ({ installation }) => {
  await addOrganization(installation, "fjord", ADA);
  installation.provider.refusals.length = 0;
});

test.afterEach(({ installation }) => expect(installation.provider.refusals).toEqual([]));

const BUTTON = { name: "Continue with Harbour ID" };

test("a verified address signs its owner in at the page that was asked for, again and again as the same user", async ({
  page,
  installation,
}) => {
  const { provider, db } = installation;
  for (const email of ["Ada@FJORD.example", ADA]) {
    provider.person = { sub: "harbour-1", email, email_verified: true, name: "Somebody Else" };
    await page.context().clearCookies();
    await page.goto("/sign-in?next=/fjord/timeline%3Ffilter=mine");
    await page.getByRole("button", BUTTON).click();
    await expect(page).toHaveURL("/fjord/timeline?filter=mine");
  }
  expect(await db.select({ name: users.name }).from(users)).toEqual([{ name: "Ada" }]);
  expect(await db.select().from(accounts)).toMatchObject([
    { provider: "oidc", providerAccountId: "harbour-1" },
  ]);
  expect(await db.$count(userAddresses)).toBe(1);
  const cookie = (await page.context().cookies()).find(({ name }) => name === "foyer.session");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  for (const { tokenHash } of await db.select().from(sessions)) expect(tokenHash).not.toBe(cookie?.value);
});

for (const [what, claims] of [
  ["not verified", { email: ADA, email_verified: false }],
  ["not asserted to be verified", { email: ADA }],
  ["a verified list of two", { email: `${ADA},x@evil.example`, email_verified: true }],
] as const)
  test(`an address that is ${what} is refused in words, and nobody is signed in`, async ({
    page,
    installation,
  }) => {
    installation.provider.person = { sub: "harbour-2", ...claims };
    await page.goto("/sign-in");
    await page.getByRole("button", BUTTON).click();
    await expect(page.getByText("has no confirmed email address")).toBeVisible();
    expect(await installation.db.$count(sessions)).toBe(0);
    expect(await installation.db.$count(accounts)).toBe(0);
  });

test("a verified address that nobody invited is refused in words, and no user is made", async ({
  page,
  installation,
}) => {
  installation.provider.person = {
    sub: "harbour-3",
    email: "stranger@elsewhere.example",
    email_verified: true,
  };
  await page.goto("/sign-in");
  await page.getByRole("button", BUTTON).click();
  await expect(page.getByText("Nobody has invited the email address")).toBeVisible();
  expect(await installation.db.$count(users)).toBe(1);
});

test("signing in with the provider ends the session this browser had", async ({ page, installation }) => {
  const { provider, db } = installation;
  provider.person = { sub: "harbour-1", email: ADA, email_verified: true };
  await page.goto("/sign-in");
  await page.getByRole("button", BUTTON).click();
  await expect(page).toHaveURL("/fjord/timeline");
  const [first] = await db.select().from(sessions);
  const old = await page.context().cookies();
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", BUTTON).focus();
  await page.context().addCookies(old);
  await page.getByRole("button", BUTTON).click();
  await expect(page).toHaveURL("/fjord/timeline");
  const left = await db.select().from(sessions);
  expect(left).toHaveLength(1);
  expect(left[0]?.tokenHash).not.toBe(first?.tokenHash);
});

test("an answer of the provider that this browser did not ask for signs nobody in; nothing else of next-auth answers", async ({
  page,
  installation,
}) => {
  await page.goto("/api/auth/callback/oidc?code=stolen&state=forged");
  await expect(page.getByText("Signing in there did not work")).toBeVisible();
  expect(await installation.db.$count(sessions)).toBe(0);
  for (const path of [
    "signin",
    "signin/oidc",
    "signout",
    "session",
    "csrf",
    "providers",
    "callback/google",
    "callback/email",
    "verify-request",
  ])
    expect((await page.request.get(`/api/auth/${path}`)).status(), path).toBe(404);
});

test.describe("behind a forged Host", () => {
  test.use({
    extraHTTPHeaders: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    javaScriptEnabled: false,
  });

  test("the way back from the provider is the portal's own address", async ({ page, installation }) => {
    installation.provider.person = { sub: "harbour-1", email: ADA, email_verified: true };
    await page.goto("/sign-in");
    await page.getByRole("button", BUTTON).click();
    await expect(page).toHaveURL("/fjord/timeline");
  });
});
