import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { isTest, readSources } from "@/tests/guards/sources";
import { tokenFor } from "@/tests/kim";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { failureOf } from "./actions/run";
import { catalogueIn } from "./catalogue";
import { joinProven } from "./domain/accept";
import type { SmsRules } from "./domain/context";
import { RedeemCode, readTyped, wrongDigits } from "./domain/sign-in";
import { spendCode, spendTry } from "./domain/sign-in-limits";
import { guardCode } from "./domain/sms-guard";
import { name } from "./domain/text";
import { answerIn, refusalIn } from "./refusal-words";

await useDatabase();

const german = catalogueIn("de");
const { refusals, refused } = german.pages;

/** What a person would read of whatever the work throws. */
async function refusal(work: () => unknown, times = 1): Promise<string> {
  for (let i = 1; i < times; i++) await work();
  const error = await Promise.resolve()
    .then(work)
    .then(
      () => null,
      (thrown) => thrown,
    );
  expect(error).not.toBeNull();
  const { fields, message } = failureOf(error);
  return fields?.digits ?? fields?.address ?? message;
}

/** The key of a sentence that was found; refuses what was told in general. */
function keyOf(sentence: string, translated: string): string {
  expect(translated, sentence).not.toBe(refused.otherwise);
  expect(translated, sentence).not.toContain("⟦");
  const shape = (words: string) => words.split(/⟦[^⟧]*⟧/);
  return (
    Object.entries(refusals).find(([, words]) => {
      const pieces = shape(words);
      return pieces.every((piece) => translated.includes(piece)) && translated.startsWith(pieces[0] ?? "");
    })?.[0] ?? ""
  );
}

/** What only races or many tries lead to, what links refuse and what signing in does, with how the source says it. */
const written: Record<string, [sentence: string, source?: string]> = {
  accountMade: ["An account with this address was made a moment ago. Press the button again to sign in."],
  overNumber: [
    "Over the limit of 10 text messages a day to one number; try again in 24 hours. Nothing was sent.",
    '"to one number"',
  ],
  overAll: [
    "Over the limit of 1,000 text messages a day from this installation; try again in 2 days. Nothing was sent.",
    '"from this installation"',
  ],
  refused: ["You cannot join with this address. Ask the person who shared the link."],
  notAllowed: [
    "This link does not let this address in. Use the one you have at work, or ask the person who shared it. Nothing was sent.",
  ],
  unconfirmed: [
    "You have not confirmed k•••@acme.com yet: sign in with a code sent to it, then ask again. Nothing was sent.",
    "yet: sign in with a code sent to it, then ask again. Nothing was sent.`",
  ],
  askedOften: ["You have asked several times today. Nothing was sent; try again tomorrow."],
  answered: ["This request was answered or withdrawn already."],
  checkUnsent: ["Please check the marked field. Nothing was sent."],
  checkUnchanged: ["Please check the marked field. Nothing was changed.", "`Please check the marked ${"],
  typeAddress: ["Enter your email or phone number."],
  notSignedIn: ["You are not signed in."],
  linkDead: ["This link no longer works: it has expired or was used. Ask for a new one."],
  otherBrowser: [
    "You began to sign in with another browser. Open this link there, or type the code from the message there.",
  ],
  tookLong: ["This sign-in took too long. Enter your email or phone number again."],
  providerDown: ["This way of signing in does not answer at the moment. Use a code instead."],
  elsewhere: [
    "Open Foyer at https://portal.northwind.example and try again. Nothing was changed.",
    "and try again. Nothing was changed.`",
  ],
  mailDown: [
    "The mail service does not answer. Codes come late or not at all: try again in a while.",
    "} does not answer.`",
  ],
  mailSpent: [
    "The mail service's quota is used up. Codes come late or not at all: try again in a while.",
    "'s quota is used up.`",
  ],
  mailWrong: [
    "The mail service rejects the settings. Codes come late or not at all: try again in a while.",
    "} rejects the settings.`",
  ],
  textsDown: [
    "The text message service does not answer. Codes come late or not at all: try again in a while.",
    "} does not answer.`",
  ],
  textsSpent: [
    "The text message service's quota is used up. Codes come late or not at all: try again in a while.",
    "'s quota is used up.`",
  ],
  textsWrong: [
    "The text message service rejects the settings. Codes come late or not at all: try again in a while.",
    "} rejects the settings.`",
  ],
};

const out: SmsRules = { way: "out", countries: null, dailyLimit: 30 };
const NUMBER = "+1312555014";
const tried = Array.from({ length: 9 }, (_, i) => `${NUMBER}${i}`);

const typed = (value: string) => refusal(() => readTyped(value, "US"));
const named = (value: string) => name("Enter your name.").safeParse(value).error?.issues[0]?.message ?? "";

async function textRefusals({ db }: Scene): Promise<string[]> {
  const code = (sms: SmsRules, number = `${NUMBER}2`) => refusal(() => guardCode(db, sms, number));
  const wide = { ...out, countries: ["US", "AT", "DE"] };
  const all = async () => {
    for (const number of tried) await guardCode(db, wide, number);
  };
  return [
    await code({ ...out, way: "none" }),
    await code({ ...out, dailyLimit: 0 }),
    await code(out, "+18005550142"),
    await code(out, "+436641234567"),
    await refusal(() => guardCode(db, wide, "+436641234567"), 4),
    await refusal(all),
  ];
}

/** Kim's address is Cleo's too, whom the organization knows already. */
async function belonging(scene: Scene): Promise<string> {
  const userId = scene.userOf("cleo");
  await scene.db.execute(
    sql`insert into user_addresses (address, kind, user_id, verified_at) values ('kim@acme.com', 'email', ${userId}, now())`,
  );
  const token = await tokenFor(scene);
  return refusal(() => joinProven(scene.visitor(userId), { token, userId }));
}

test(
  "what a page can refuse has words in German, with everything the English sentence says",
  inScene(async (scene) => {
    const { db } = scene;
    const said = [
      ...["", "x".repeat(61), "a\u0000", "a\nb", "www.example.com"].map(named),
      RedeemCode.safeParse({ digits: "12" }).error?.issues[0]?.message ?? "",
      ...[0, 1, 3].map((left) => wrongDigits("You are not signed in.", left).fields?.digits ?? ""),
      ...(await Promise.all(["kim@", "x", "12345", "+1 999 999 9999", "kïm@acme.com"].map(typed))),
      await refusal(() => spendCode(db, "kim@acme.com", "192.0.2.1"), 4),
      await refusal(() => spendTry(db, "192.0.2.1"), 61),
      await belonging(scene),
      await refusal(() => Promise.reject(new Error("planted"))),
      ...(await textRefusals(scene)),
    ];
    const keys = new Set(said.map((sentence) => keyOf(sentence, refusalIn(german, sentence))));
    expect(Object.keys(refusals).filter((key) => !keys.has(key))).toEqual(Object.keys(written));
    for (const sentence of said) {
      expect(refusalIn(catalogueIn("en"), sentence)).toBe(sentence);
      for (const number of sentence.match(/\d+/g) ?? [])
        expect(refusalIn(german, sentence)).toContain(number);
    }
    expect(refusalIn(german, "Too many codes were asked for. Try again in 10 minutes.")).toContain(
      "10 Minuten.",
    );
  }),
);

test.each(Object.entries(written))(
  "what the sources refuse with has words too: %s",
  (key, [sentence, source]) => {
    const ours = readSources().filter((file) => file.path.startsWith("lib/") && !isTest(file));
    expect(ours.some(({ text }) => text.includes(source ?? `"${sentence}"`))).toBe(true);
    expect(keyOf(sentence, refusalIn(german, sentence))).toBe(key);
  },
);

test("what has no words of its own is told in general, and a name is only a name", () => {
  expect(refusalIn(german, "Invalid input")).toBe(refused.otherwise);
  expect(refusalIn(german, "Enter your name. And more.")).toBe(refused.otherwise);
  const tricky =
    "You already belong to $& ⟦inviter⟧ under another address. Ask $1 to add that one; this invitation stays open.";
  expect(refusalIn(german, tricky)).toContain("zu $& ⟦inviter⟧. Bitten Sie $1,");
});

test("the answer to a form is put into words with its fields; a good one and an English one stay", () => {
  const answer = failureOf(wrongDigits("You are not signed in.", 2));
  expect(answerIn(german, answer)).toEqual({
    ...answer,
    message: "Sie sind nicht angemeldet.",
    fields: { digits: "Das ist nicht der Code aus der neuesten Nachricht. Sie haben noch 2 Versuche." },
  });
  expect(answerIn(catalogueIn("en"), answer)).toEqual(answer);
  expect(answerIn(german, { ok: true, data: 1 })).toEqual({ ok: true, data: 1 });
});
