import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions, signInCodes, userAddresses, users } from "@/db/schema";
import { addContact, ask, digitsOf, LAPTOP, newestCode, sent } from "@/tests/codes";
import { inWorld, useDatabase } from "@/tests/world";
import { INSTALLATION } from "./id";
import { getPendingCode, redeemCode } from "./sign-in";

await useDatabase();

test(
  "an address nobody knows gets the same answer, no message, and cannot sign in even with the right digits",
  inWorld(async (world) => {
    expect(await ask(world, "nobody@elsewhere.example")).toBe(
      await ask(world, "ada@northwind.example", { browserHash: "x" }),
    );
    const code = await newestCode(world);
    expect(await sent(world, "nobody@elsewhere.example")).toEqual([]);
    expect(await getPendingCode(world.visitor(), LAPTOP.browserHash)).toMatchObject({
      address: "nobody@elsewhere.example",
    });
    const before = await world.db.$count(users);
    await expect(redeemCode(world.visitor(), { ...LAPTOP, digits: digitsOf(code.id) })).rejects.toThrow(
      "not signed in",
    );
    expect(await world.db.$count(users)).toBe(before);
    expect(await world.db.$count(sessions)).toBe(0);
  }),
);

test(
  "a phone number is read in the home country and gets a code without a link; a deactivated contact gets nothing",
  inWorld(async (world) => {
    await addContact(world, { name: null, phone: "+14155550134" });
    await addContact(world, { name: "Gone", email: "gone@acme.example", deactivatedAt: new Date() });
    await ask(world, "(415) 555-0134");
    expect(await sent(world, "+14155550134")).toMatchObject([
      { channel: "sms", values: { withLink: false } },
    ]);
    await ask(world, "gone@acme.example");
    expect(await sent(world, "gone@acme.example")).toEqual([]);
  }),
);

test(
  "what is no address is refused beside its field, and nothing is written",
  inWorld(async (world) => {
    for (const typed of [
      "ada",
      "ada@",
      "a@evil.example,ada@northwind.example",
      '"a@b"@c.example',
      "ada\uff20northwind.example",
      "12",
    ])
      await expect(ask(world, typed)).rejects.toMatchObject({
        code: "invalid",
        fields: { address: expect.any(String) },
      });
    expect(await world.db.$count(signInCodes)).toBe(0);
  }),
);

test(
  "three codes in ten minutes for one address, known or not; the refusal says which limit and when it lifts, writes nothing and counts nothing",
  inWorld(async (world) => {
    for (const address of ["ada@northwind.example", "nobody@elsewhere.example"]) {
      for (let i = 0; i < 3; i++) await ask(world, address, { browserHash: `b${i}` });
      const before = await world.db.$count(signInCodes);
      await expect(ask(world, address)).rejects.toMatchObject({
        code: "limited",
        message:
          "Three codes were asked for in ten minutes, the most for one address. Try again in 10 minutes.",
      });
      expect(await world.db.$count(signInCodes)).toBe(before);
    }
    expect(await sent(world, "ada@northwind.example")).toHaveLength(3);
  }),
);

test(
  "ten codes a day for one address",
  inWorld(async (world) => {
    const nextWindow = sql`update limits set window_started_at = window_started_at - interval '10 minutes' where org_id = ${INSTALLATION} and key like 'code|%|minutes'`;
    for (let i = 0; i < 10; i++) {
      await ask(world, "ada@northwind.example");
      await world.db.execute(nextWindow);
    }
    await expect(ask(world, "ada@northwind.example")).rejects.toThrow(
      "Ten codes were asked for in a day, the most for one address. Try again in 24 hours.",
    );
  }),
);

test(
  "a network gets thirty codes in ten minutes, whatever addresses it names; visitors without a known network share a wider limit",
  inWorld(async (world) => {
    for (let i = 0; i < 30; i++) await ask(world, `p${i}@elsewhere.example`);
    await expect(ask(world, "one-more@elsewhere.example")).rejects.toMatchObject({
      code: "limited",
      message: expect.stringMatching(/^Too many codes were asked for from your network\. Try again in /),
    });
    await ask(world, "ada@northwind.example", { ip: "203.0.113.9" });
    for (let i = 0; i < 31; i++) await ask(world, `q${i}@elsewhere.example`, { ip: null });
  }),
);

test(
  "a link to a secret page or another site is not kept as the page to come back to",
  inWorld(async (world) => {
    for (const next of ["//evil.example", "/invite/abc"]) {
      await ask(world, "ada@northwind.example", { next });
      expect((await newestCode(world)).nextPath).toBeNull();
    }
  }),
);

test.each([
  ["their own as a contact", "de", "en", "de"],
  ["their organization's, where they have none", null, "de", "de"],
  ["English, where that is their own", "en", "de", "en"],
])("a code is in a person's language: %s", async (_, own, theirs, expected) => {
  await inWorld(async (world) => {
    await world.db.execute(sql`update organizations set language = ${theirs} where id = ${world.orgId}`);
    await addContact(world, { name: null, email: "lena@acme.example", language: own });
    await ask(world, "lena@acme.example");
    expect(await sent(world, "lena@acme.example")).toMatchObject([{ language: expected }]);
  })();
});

test(
  "a further address of an account gets the account's language, one nobody knows that of the place it asks at",
  inWorld(async (world) => {
    await world.db.insert(userAddresses).values({
      address: "cleo@home.example",
      kind: "email",
      userId: world.userOf("cleo"),
      verifiedAt: sql`now()`,
    });
    await world.db.execute(
      sql`update contacts set language = 'de' where org_id = ${world.orgId} and user_id = ${world.userOf("cleo")}`,
    );
    await ask(world, "cleo@home.example");
    expect(await sent(world, "cleo@home.example")).toMatchObject([{ language: "de" }]);
    await ask(world, "nobody@home.example", { anybody: true, language: "de" });
    expect(await sent(world, "nobody@home.example")).toMatchObject([{ language: "de" }]);
    await ask(world, "cleo@home.example", { anybody: true, language: "en", browserHash: "other" });
    expect((await sent(world, "cleo@home.example")).map(({ language }) => language)).toEqual(["de", "de"]);
  }),
);
