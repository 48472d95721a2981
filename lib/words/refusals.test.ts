import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { failureOf } from "@/lib/actions/run";
import { GivenName, joinProven } from "@/lib/domain/accept";
import type { SmsRules } from "@/lib/domain/context";
import { RedeemCode, readTyped, wrongDigits } from "@/lib/domain/sign-in";
import { spendCode, spendTry } from "@/lib/domain/sign-in-limits";
import { guardCode } from "@/lib/domain/sms-guard";
import actions from "@/messages/sentences/de/actions.json";
import strangers from "@/messages/sentences/de/public.json";
import { isTest, readSources } from "@/tests/guards/sources";
import { tokenFor } from "@/tests/kim";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { germanOf, sayIn } from "./say";
import { sentencesDe } from "./sentences-de";

await useDatabase();

/** What people can be refused before they are anywhere, and by any form: English and German. */
const refusals: Record<string, string> = { ...strangers, ...actions };

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

/** The sentence of the catalogue by whose words another was said; refuses what nobody translated. */
function keyOf(sentence: string): string {
  const german = germanOf(sentence) ?? "";
  expect(german, sentence).not.toBe("");
  expect(german, sentence).not.toContain("⟦");
  const isSaidBy = (words: string) => {
    const pieces = words.split(/⟦[^⟧]*⟧/);
    return pieces.length === 1
      ? german === words
      : pieces.every((piece) => german.includes(piece)) && german.startsWith(pieces[0] ?? "");
  };
  return Object.entries({ ...refusals, ...sentencesDe }).find(([, words]) => isSaidBy(words))?.[0] ?? "";
}

const trouble = (service: string) =>
  ["does not answer.", "rejects the settings."]
    .map((words) => `${service} ${words}`)
    .concat(`${service}'s quota is used up.`);

/** What only races or many tries lead to and no source says in one piece, with how the source says it. */
const written: Record<string, string> = {
  "Over the limit of 10 text messages a day to one number; try again in 24 hours. Nothing was sent.":
    '"to one number"',
  "Over the limit of 1,000 text messages a day from this installation; try again in 2 days. Nothing was sent.":
    '"from this installation"',
  "You have not confirmed k•••@acme.com yet: sign in with a code sent to it, then ask again. Nothing was sent.":
    "yet: sign in with a code sent to it, then ask again. Nothing was sent.`",
  "Open Foyer at https://portal.northwind.example and try again. Nothing was changed.":
    "and try again. Nothing was changed.`",
  "This request did not come from a page of https://portal.northwind.example. Open Foyer there and try again. Nothing was changed.":
    "Open Foyer there and try again. Nothing was changed.`",
  ...Object.fromEntries(
    ["The mail service", "The text message service"]
      .flatMap(trouble)
      .map((words) => [`${words} Codes come late or not at all: try again in a while.`, `"${words}"`]),
  ),
};

const ours = readSources().filter((file) => /^(lib\/|app\/|proxy)/.test(file.path) && !isTest(file));
const isWritten = (words: string) => ours.some(({ text }) => text.includes(words));

const out: SmsRules = { way: "out", countries: null, dailyLimit: 30 };
const NUMBER = "+1312555014";
const tried = Array.from({ length: 9 }, (_, i) => `${NUMBER}${i}`);

const typed = (value: string) => refusal(() => readTyped(value, "US"));
const named = (value: string) => GivenName.safeParse(value).error?.issues[0]?.message ?? "";

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
      ...[" ", "x".repeat(61), "a\u0000", "a\nb", "www.example.com"].map(named),
      RedeemCode.safeParse({ digits: "12" }).error?.issues[0]?.message ?? "",
      ...[0, 1, 3].map((left) => wrongDigits("You are not signed in.", left).fields?.digits ?? ""),
      ...(await Promise.all(["kim@", "x", "12345", "+1 999 999 9999", "kïm@acme.com"].map(typed))),
      await refusal(() => spendCode(db, "kim@acme.com", "192.0.2.1"), 4),
      await refusal(() => spendTry(db, "192.0.2.1"), 61),
      await belonging(scene),
      await refusal(() => Promise.reject(new Error("planted"))),
      ...(await textRefusals(scene)),
    ];
    const keys = new Set([...said, ...Object.keys(written)].map(keyOf));
    const unsaid = Object.keys(refusals).filter((sentence) => !keys.has(sentence));
    expect(unsaid.filter((sentence) => !isWritten(`"${sentence}"`))).toEqual([]);
    for (const sentence of said) {
      expect(sayIn("en")(sentence)).toBe(sentence);
      for (const number of sentence.match(/\d+/g) ?? []) expect(germanOf(sentence)).toContain(number);
    }
    expect(germanOf("Too many codes were asked for. Try again in 10 minutes.")).toBe(
      "Es wurden zu viele Codes angefordert. Versuchen Sie es in 10 Minuten erneut.",
    );
  }),
);

test.each(Object.entries(written))("what the sources refuse with has words too: %s", (sentence, source) => {
  expect(isWritten(source)).toBe(true);
  expect(keyOf(sentence)).not.toBe("");
});

test("a sentence is only itself, and a name is only a name", () => {
  expect(germanOf("Enter your name. And more.")).toBeUndefined();
  const tricky =
    "You already belong to $& ⟦inviter⟧ under another address. Ask $1 to add that one; this invitation stays open.";
  expect(germanOf(tricky)).toContain("zu $& ⟦inviter⟧. Bitten Sie $1,");
});

test("the answer to a form is put into words with its fields", () => {
  const error = wrongDigits("You are not signed in.", 2);
  expect(failureOf(error, sayIn("de"))).toEqual({
    ...failureOf(error),
    message: "Sie sind nicht angemeldet.",
    fields: { digits: "Das ist nicht der Code aus der neuesten Nachricht. Sie haben noch 2 Versuche." },
  });
});
