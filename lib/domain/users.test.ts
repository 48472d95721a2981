import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { userAddresses, users } from "@/db/schema";
import { inWorld, useDatabase } from "@/tests/world";
import { createUserWithAddress } from "./users";

const { db, url } = await useDatabase();

test(
  "an address that has an owner keeps its owner, unchanged, and no user is left over",
  inWorld(async (world) => {
    const before = [await world.db.select().from(users), await world.db.select().from(userAddresses)];
    const made = await createUserWithAddress(world.db, {
      address: "ada@northwind.example",
      kind: "email",
      name: "Mallory",
      isProven: true,
    });
    expect(made).toEqual({ userId: world.userOf("ada"), existed: true });
    expect([await world.db.select().from(users), await world.db.select().from(userAddresses)]).toEqual(
      before,
    );
  }),
);

test("of twenty at once for a new address one makes the user, the others find it", async () => {
  const pool = openDatabase(url, { max: 10 });
  const address = "race@elsewhere.example";
  const all = await Promise.all(
    Array.from({ length: 20 }, () =>
      pool.db.transaction((tx) =>
        createUserWithAddress(tx, { address, kind: "email", name: "Racer", isProven: true }),
      ),
    ),
  ).finally(pool.close);
  expect(new Set(all.map(({ userId }) => userId)).size).toBe(1);
  expect(all.filter(({ existed }) => !existed)).toHaveLength(1);
  expect(await db.$count(users, eq(users.name, "Racer"))).toBe(1);
  await db.delete(users).where(eq(users.name, "Racer"));
});
