import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { selectStanding } from "@/db/queries/actor";
import { selectSessionUser } from "@/db/queries/sessions";
import { organizations, userAddresses } from "@/db/schema";
import { makeWorld } from "@/tests/cast";
import { inTransaction } from "@/tests/database";
import { testKeys, testSms, useDatabase } from "@/tests/world";
import { hashSecret } from "./secret";
import { isInstallationEmpty, SetUp, setUp, slugOf } from "./setup";

const { db, url } = await useDatabase();

const INPUT = { organization: "Fjord & Söhne", name: "Ada Lovelace", email: "Ada@Fjord.example" };
const nobody = (db: Database) => ({ db, keys: testKeys, sms: testSms, userId: null });

test("the first person becomes the admin of the first organization, signed in", () =>
  inTransaction(db, async (tx) => {
    expect(await isInstallationEmpty(nobody(tx))).toBe(true);
    const { secret, slug } = await setUp(nobody(tx), INPUT);
    expect(slug).toBe("fjord-sohne");
    const userId = await selectSessionUser(tx, hashSecret(secret));
    const standing = await selectStanding(tx, { userId: userId ?? "", slug });
    expect(standing?.actor).toMatchObject({
      kind: "internal",
      isAdmin: true,
      name: "Ada Lovelace",
      address: "ada@fjord.example",
    });
    expect(await tx.select().from(userAddresses)).toMatchObject([{ address: "ada@fjord.example", userId }]);
    expect(await isInstallationEmpty(nobody(tx))).toBe(false);
  }));

test("afterwards setup does not exist, and changes nothing", () =>
  inTransaction(db, async (tx) => {
    const world = await makeWorld(tx);
    const before = await world.census();
    await expect(setUp(world.visitor(), INPUT)).rejects.toMatchObject({ code: "not_found" });
    expect(await world.census()).toEqual(before);
  }));

test("an address nobody can have is refused beside its field", () =>
  inTransaction(db, async (tx) => {
    await expect(setUp(nobody(tx), { ...INPUT, email: "ada" })).rejects.toMatchObject({
      code: "invalid",
      fields: { email: expect.any(String) },
    });
    expect(await isInstallationEmpty(nobody(tx))).toBe(true);
  }));

test("twenty at once make one organization", async () => {
  const pool = openDatabase(url, { max: 10 });
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      setUp(nobody(pool.db), { ...INPUT, email: `ada${i}@fjord.example` }),
    ),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.$count(organizations)).toBe(1);
  expect(await db.$count(userAddresses)).toBe(1);
  await db.execute(sql`truncate organizations, users cascade`);
  await pool.close();
});

test.each([
  ["Northwind Advisory", "northwind-advisory"],
  ["  Ünïted   Çompany -- GmbH  ", "united-company-gmbh"],
  ["Setup", "setup-portal"],
  ["API", "api-portal"],
  ["Ä", "a-portal"],
  ["東京", "portal"],
  ["a".repeat(60), "a".repeat(40)],
])("the slug of %s is %s", async (name, slug) => {
  expect(slugOf(name)).toBe(slug);
  await inTransaction(db, async (tx) => {
    const { slug: made } = await setUp(nobody(tx), { ...INPUT, organization: name });
    expect(await tx.select().from(organizations).where(eq(organizations.slug, made))).toHaveLength(1);
  });
});

test.each([
  { ...INPUT, organization: "Visit evil.example" },
  { ...INPUT, name: "call +1 415 555 0134 now" },
  { ...INPUT, name: "" },
  { ...INPUT, name: "a\u0000b" },
  { ...INPUT, name: "\ud800" },
  { ...INPUT, isAdmin: "true" },
])("the form refuses %j", (input) => {
  expect(SetUp.safeParse(input).success).toBe(false);
});

test("every field that is wrong is named at once", () => {
  const wrong = SetUp.safeParse({ organization: "", name: "Ada", email: "ada" });
  expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["organization", "Enter your organization's name."],
    ["email", "This needs a full email address."],
  ]);
});
