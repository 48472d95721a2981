import { sql } from "drizzle-orm";
import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { userAddresses } from "@/db/schema";
import { ask, newestCode, sent } from "@/tests/codes";
import { tokenFor } from "@/tests/kim";
import { setScene } from "@/tests/scene";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { requestNewLink } from "./answer-offer";
import { changeAddress } from "./change-address";
import type { SmsRules } from "./context";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { resendInvitations } from "./resend";
import { guardTexts } from "./sms-guard";

await useDatabase();

const OUT: SmsRules = { way: "out", countries: null, dailyLimit: 1_000 };
const number = (i: number, prefix = "+1312555") => `${prefix}${String(i).padStart(4, "0")}`;
const numbers = (count: number, prefix?: string) =>
  Array.from({ length: count }, (_, i) => number(i, prefix));

const guarded = async (world: World, list: string[], sms: Partial<SmsRules> = {}) =>
  guardTexts(world.db, { ...(await world.as("ada")), sms: { ...OUT, ...sms } }, list);

const invite = async (world: World, list: string[], sms: Partial<SmsRules> = {}) =>
  inviteMembers(
    { ...(await world.as("ada")), sms: { ...OUT, ...sms } },
    { command: newId(), people: list.map((address) => ({ address, kind: "client" as const })), note: null },
  );

const hold = async (world: World, address: string) => {
  await world.db
    .insert(userAddresses)
    .values({ address, kind: "phone", userId: world.userOf("cleo"), verifiedAt: sql`now()` });
};

const allowed = (answers: unknown[]) => answers.filter((answer) => answer === null).length;

test(
  "mobile numbers of allowed countries pass, those of every other country do not",
  inWorld(async (world) => {
    const mobiles = getCountries().flatMap((country) =>
      examples[country]
        ? [{ country, number: `+${getCountryCallingCode(country)}${examples[country]}` }]
        : [],
    );
    expect(mobiles.length).toBeGreaterThan(200);
    const answers = await guarded(
      world,
      mobiles.map((mobile) => mobile.number),
      { countries: ["DE", "FR"] },
    );
    const passed = mobiles.filter((_, i) => answers[i] === null).map(({ country }) => country);
    expect(passed.sort()).toEqual(["DE", "FR"]);
  }),
);

test.each([
  ["a landline", "+442079460018"],
  ["a premium rate", "+449012345678"],
  ["a shared cost", "+448431234567"],
  ["a toll-free", "+448001234567"],
  ["a pager", "+447640123456"],
  ["a personal", "+447012345678"],
  ["a company", "+445512345678"],
])("%s number gets no text message, and the recipient stays", (_, address) =>
  inWorld(async (world) => {
    const { outcomes } = await invite(world, [address], { countries: ["GB"] });
    expect(outcomes).toMatchObject([
      { input: address, status: "invalid", reason: "this is not a mobile number; use one, or an email" },
    ]);
    expect(await world.outbox()).toEqual([]);
  })(),
);

test(
  "without a list of countries only the organization's own is written to; the local mailbox takes all",
  inWorld(async (world) => {
    const { outcomes } = await invite(world, ["+447400123456", "+13125550100"]);
    expect(outcomes).toMatchObject([
      {
        status: "not_allowed",
        reason: "text messages to United Kingdom are not allowed here; use an email, or ask an admin",
      },
      { status: "invited" },
    ]);
    expect(await guarded(world, ["+447400123456", "+442079460018"], { way: "mailbox" })).toEqual([
      null,
      null,
    ]);
  }),
);

test(
  "ten thousand requests over a thousand numbers of one beginning: five messages, then a sentence with its end",
  inWorld(async (world) => {
    const { outcomes } = await invite(world, numbers(1_000));
    expect(outcomes.filter(({ status }) => status === "invited")).toHaveLength(5);
    expect(outcomes.at(-1)).toMatchObject({
      status: "over_limit",
      reason:
        "over the limit of 5 text messages a day to numbers that begin with +1312555; try again in 24 hours",
    });
    for (let i = 0; i < 9; i++) expect(allowed(await guarded(world, numbers(1_000)))).toBe(0);
    for (let i = 0; i < 40; i++)
      await expect(ask(world, number(i), { ip: `203.0.113.${i}` })).rejects.toMatchObject({
        code: "limited",
      });
    expect(await world.outbox()).toHaveLength(5);
    expect(
      await world.db.execute(sql`select from messages where org_id is not null and channel = 'sms'`),
    ).toHaveLength(5);
  }),
);

test(
  "where somebody has joined, their neighbours are written to; a foreign organization's people do not count",
  inWorld(async (world) => {
    await hold(world, number(9_999));
    expect(allowed(await guarded(world, numbers(20)))).toBe(20);
    expect(allowed(await guarded(world, numbers(20, "+1206555")))).toBe(5);
    const otto = { ...(await world.asOtto()), sms: OUT };
    expect(allowed(await guardTexts(world.db, otto, numbers(20)))).toBe(5);
  }),
);

test.each([
  ["who was deactivated", sql`update contacts set deactivated_at = now() where org_id is not null`],
  ["who has not proven the number", sql`update user_addresses set verified_at = null where kind = 'phone'`],
  [
    "whose number is longer",
    sql`update user_addresses set address = left(address, -4) || '55555' where kind = 'phone'`,
  ],
])("%s vouches for no neighbours", (_, change) =>
  inWorld(async (world) => {
    await hold(world, number(9_999));
    await world.db.execute(sql`${change} and user_id = ${world.userOf("cleo")}`);
    expect(allowed(await guarded(world, numbers(20)))).toBe(5);
  })(),
);

test(
  "one number gets ten a day, from whomever",
  inWorld(async (world) => {
    await hold(world, number(1));
    expect(
      allowed(
        await guarded(
          world,
          Array.from({ length: 12 }, () => number(1)),
        ),
      ),
    ).toBe(10);
    const [refused] = await guarded(world, [number(1)]);
    expect(refused?.reason).toBe(
      "over the limit of 10 text messages a day to one number; try again in 24 hours",
    );
    expect(refused?.freeAt).toBeInstanceOf(Date);
  }),
);

test(
  "a country abroad gets a tenth of the day, all together the whole; what a limit refuses uses up no wider one",
  inWorld(async (world) => {
    const abroad = Array.from({ length: 30 }, (_, i) => `+4474${String(i).padStart(2, "0")}123456`);
    const home = Array.from({ length: 120 }, (_, i) => `+1312${200 + i}0100`);
    const rules = { countries: ["US", "GB"], dailyLimit: 100 };
    const first = await guarded(world, abroad, rules);
    expect(allowed(first)).toBe(10);
    expect(first.at(-1)?.reason).toContain("over the limit of 10 text messages a day to United Kingdom");
    const second = await guarded(world, home, rules);
    expect(allowed(second)).toBe(90);
    expect(second.at(-1)?.reason).toBe(
      "over the limit of 100 text messages a day from this installation; try again in 24 hours",
    );
  }),
);

test(
  "a limit of nothing switches text messages off, also in the local mailbox and for codes",
  inWorld(async (world) => {
    const off = { way: "mailbox", countries: null, dailyLimit: 0 } as const;
    const { outcomes } = await invite(world, [number(1)], off);
    expect(outcomes).toMatchObject([
      { status: "not_allowed", reason: "text messages are switched off here; use an email" },
    ]);
    const visitor = { ...world, visitor: () => ({ ...world.visitor(), sms: off }) };
    await expect(ask(visitor, number(1))).rejects.toThrow(
      "Text messages are switched off here; use an email. Nothing was sent.",
    );
    expect(await sent(world, number(1))).toEqual([]);
  }),
);

test(
  "a code to a country that is not allowed is refused alike whether the number is known or not",
  inWorld(async (world) => {
    const known = "+447400123456";
    await hold(world, known);
    const abroad = { ...world, visitor: () => ({ ...world.visitor(), sms: OUT }) };
    const refusal = (address: string) => ask(abroad, address).catch(({ message }: Error) => message);
    expect(await refusal(known)).toBe(
      "Text messages to United Kingdom are not allowed here; use an email, or ask an admin. Nothing was sent.",
    );
    expect(await refusal("+447400123457")).toBe(await refusal(known));
    await expect(newestCode(world)).rejects.toThrow("no code was asked for");
  }),
);

test(
  "where no text messages are set up a code is refused, and an email still works",
  inWorld(async (world) => {
    const none = { ...world, visitor: () => ({ ...world.visitor(), sms: { ...OUT, way: "none" as const } }) };
    await expect(ask(none, number(1))).rejects.toThrow("Text messages are not set up here. Use your email.");
    await ask(none, "ada@northwind.example");
  }),
);

test(
  "resending, a corrected number and a new link pass the same guard",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const foreign = "+447400123456";
    const ada = { ...(await world.as("ada")), sms: OUT };
    await expect(changeAddress(ada, { contact: scene.kim, address: foreign })).rejects.toThrow(
      "Text messages to United Kingdom are not allowed here; use an email, or ask an admin. Nothing was changed.",
    );
    const permissive = { ...ada, sms: { ...OUT, countries: ["GB"] } };
    await changeAddress(permissive, { contact: scene.kim, address: foreign });
    await world.pass("1 hour");
    const before = await world.outbox();
    for (const _ of Array(2)) {
      const [outcome] = await resendInvitations(ada, { invitations: [scene.kimInvitation] });
      expect(outcome).toMatchObject({
        isSent: false,
        reason:
          "Not sent: text messages to United Kingdom are not allowed here; use an email, or ask an admin.",
      });
    }
    await requestNewLink({ ...world.visitor(), sms: OUT }, await tokenFor(scene, "invite", 2));
    expect(await world.outbox()).toEqual(before);
  }),
);
