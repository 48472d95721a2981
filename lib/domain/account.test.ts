import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions, userAddresses } from "@/db/schema";
import { digitsOf, LAPTOP, newestCode, PHONE, sent, wrongDigits } from "@/tests/codes";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { addAddress, askForAddress, getAccount, getPendingAddress } from "./account";
import { hashSecret } from "./secret";
import { redeemCode } from "./sign-in";

await useDatabase();

const NUMBER = "+13125550142";

const askAs = async (world: World, address: string, visitor = LAPTOP) =>
  askForAddress(await world.inOrganization("cleo"), { ...visitor, address });

const add = async (world: World, visitor = LAPTOP) => {
  const { id } = await newestCode(world);
  return addAddress(await world.inOrganization("cleo"), { ...visitor, digits: digitsOf(id) });
};

const contactOf = async (world: World) => {
  const [row] = await world.db.execute<{ email: string; phone: string | null }>(
    sql`select email, phone from contacts where org_id = ${world.orgId} and id = ${world.id("cleo")}`,
  );
  return row;
};

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { message: string; fields?: Record<string, string> }) => error.fields ?? error.message,
  );

test(
  "an email person adds a phone by a code: the contact gets it, and it signs in",
  inWorld(async (world) => {
    await askAs(world, "(312) 555-0142");
    expect(await sent(world, NUMBER)).toMatchObject([
      {
        channel: "sms",
        kind: "address_code",
        values: { personName: "Cleo", personAddress: "cleo@northwind.example" },
      },
    ]);
    const pending = await getPendingAddress(await world.inOrganization("cleo"), LAPTOP.browserHash);
    expect(pending).toEqual({ address: "+1 312 555 0142", spent: null });
    expect(await add(world)).toEqual({ address: "+1 312 555 0142", secret: null });
    expect(await contactOf(world)).toEqual({ email: "cleo@northwind.example", phone: NUMBER });
    expect(await getAccount(await world.inOrganization("cleo"))).toEqual({
      name: "Cleo",
      isNamed: true,
      addresses: ["cleo@northwind.example", "+1 312 555 0142"],
      unproven: null,
      hasEmail: true,
      hasPhone: true,
      language: null,
    });
    expect(await world.db.$count(sessions)).toBe(0);
    expect(await getPendingAddress(await world.inOrganization("cleo"), LAPTOP.browserHash)).toBeNull();
  }),
);

test(
  "a contact that has an email keeps it; the second one only signs in",
  inWorld(async (world) => {
    await askAs(world, "cleo@home.example");
    await add(world);
    expect(await contactOf(world)).toEqual({ email: "cleo@northwind.example", phone: null });
    expect((await getAccount(await world.inOrganization("cleo"))).addresses).toContain("cleo@home.example");
  }),
);

test(
  "an address that another contact has is added to the account, and to no second contact",
  inWorld(async (world) => {
    await world.db.execute(
      sql`update contacts set phone = ${NUMBER} where org_id = ${world.orgId} and id = ${world.id("quinn")}`,
    );
    await askAs(world, NUMBER);
    await add(world);
    expect((await contactOf(world))?.phone).toBeNull();
  }),
);

test(
  "whoever an address belongs to, asking answers the same; who proves another account's is told, and nothing moves",
  inWorld(async (world) => {
    for (const address of [
      "nobody@elsewhere.example",
      "ada@northwind.example",
      "otto@northwind-other.example",
    ]) {
      expect(await refusal(askAs(world, address))).toBeNull();
      expect(await sent(world, address)).toHaveLength(1);
    }
    const before = await world.db.select().from(userAddresses);
    expect(await refusal(add(world))).toContain("This address opens another account of yours.");
    expect(await world.db.select().from(userAddresses)).toEqual(before);
  }),
);

test(
  "after five wrong tries the page is told that the code does not work any more",
  inWorld(async (world) => {
    await askAs(world, NUMBER);
    const { id } = await newestCode(world);
    const cleo = await world.inOrganization("cleo");
    for (let i = 0; i < 5; i++) await refusal(addAddress(cleo, { ...LAPTOP, digits: wrongDigits(id) }));
    expect(await getPendingAddress(cleo, LAPTOP.browserHash)).toEqual({
      address: "+1 312 555 0142",
      spent: "This code no longer works. Send a new one.",
    });
  }),
);

test(
  "a code works in the browser that asked, with its digits, and for nothing but this",
  inWorld(async (world) => {
    await askAs(world, NUMBER);
    const { id } = await newestCode(world);
    const cleo = await world.inOrganization("cleo");
    expect(await refusal(addAddress(cleo, { ...LAPTOP, digits: wrongDigits(id) }))).toEqual({
      digits: "That is not the code from the newest message. 4 tries are left.",
    });
    expect(await refusal(add(world, PHONE))).toEqual({
      digits: "This code no longer works. Send a new one.",
    });
    await expect(redeemCode(world.visitor(), { ...PHONE, digits: digitsOf(id) })).rejects.toThrow(
      "not signed in",
    );
    expect((await contactOf(world))?.phone).toBeNull();
    await add(world);
    expect((await contactOf(world))?.phone).toBe(NUMBER);
    expect(await refusal(add(world))).toEqual({ digits: "This code no longer works. Send a new one." });
  }),
);

test(
  "one's own address, what is no address, and an eleventh one are refused beside the field; nothing is sent",
  inWorld(async (world) => {
    expect(await refusal(askAs(world, "Cleo@Northwind.example"))).toEqual({
      address: "This is one of your addresses already.",
    });
    expect(await refusal(askAs(world, "cleo"))).toEqual({ address: "This needs an email or phone number." });
    const more = Array.from({ length: 9 }, (_, i) => ({
      address: `cleo${i}@home.example`,
      kind: "email" as const,
      userId: world.userOf("cleo"),
      verifiedAt: sql`now()`,
    }));
    await world.db.insert(userAddresses).values(more);
    expect(await refusal(askAs(world, NUMBER))).toEqual({ address: "An account has at most 10 addresses." });
    expect(await sent(world, NUMBER)).toEqual([]);
  }),
);

test(
  "of codes that were asked for while there was room for one address the second adds none, another for the first is fine",
  inWorld(async (world) => {
    const other = { ...LAPTOP, browserHash: PHONE.browserHash };
    const third = { ...LAPTOP, browserHash: hashSecret("tablet") };
    await askAs(world, NUMBER);
    const first = (await newestCode(world)).id;
    await askAs(world, NUMBER, third);
    const again = (await newestCode(world, third)).id;
    await askAs(world, "cleo@work.example", other);
    const second = (await newestCode(world, other)).id;
    const more = Array.from({ length: 8 }, (_, i) => ({
      ...{ address: `cleo${i}@home.example`, kind: "email" as const, userId: world.userOf("cleo") },
      verifiedAt: sql`now()`,
    }));
    await world.db.insert(userAddresses).values(more);
    const cleo = await world.inOrganization("cleo");
    await addAddress(cleo, { ...LAPTOP, digits: digitsOf(first) });
    expect(await refusal(addAddress(cleo, { ...other, digits: digitsOf(second) }))).toBe(
      "An account has at most 10 addresses. Nothing was added.",
    );
    expect(await addAddress(cleo, { ...third, digits: digitsOf(again) })).toMatchObject({ secret: null });
    expect((await getAccount(cleo)).addresses).toHaveLength(10);
  }),
);

test(
  "ten codes a day from one account, to whatever addresses",
  inWorld(async (world) => {
    for (let i = 0; i < 10; i++) await askAs(world, `n${i}@elsewhere.example`);
    expect(await refusal(askAs(world, "n10@elsewhere.example"))).toBe(
      "Too many codes were asked for. Try again tomorrow.",
    );
  }),
);
