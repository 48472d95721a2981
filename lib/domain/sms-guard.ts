import parsePhoneNumber from "libphonenumber-js/max";
import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import { selectHomeCountries, selectJoinedPrefixes, selectKnownPrefixes } from "@/db/queries/sms-guard";
import type { Context, Organization, SmsRules } from "./context";
import { DomainError } from "./errors";
import { INSTALLATION } from "./id";
import { type Limit, type Shortfall, takeFromLimits } from "./limits";
import { durationWords } from "./words";

/** Why no text message goes to a number; `reason` without capital and stop. `freeAt`: when the limit lifts. */
export type SmsRefusal = {
  status: "invalid" | "not_allowed" | "over_limit";
  reason: string;
  freeAt: Date | null;
};

const DAY_SECONDS = 86_400;
const NUMBER_DAILY_MESSAGES = 10;
const PREFIX_DAILY_MESSAGES = 5;
/** Countries that are not the organization's own get a share of the day's messages each. */
const FOREIGN_SHARE = 0.1;

/** Who sends: the countries it is at home in, and which beginnings of numbers it has people in. */
type Sender = {
  sms: SmsRules;
  home: readonly string[];
  joinedPrefixes: (prefixes: string[]) => Promise<Set<string>>;
};

type Target = { number: string; prefix: string; country: string; isTexted: boolean };

/**
 * Counts one text message of an organization to each number, and answers for each, in order, null or why it may not be
 * written: no mobile number, a country it does not write to, or a day's limit, of the number, of the ten thousand
 * numbers it stands among (unless somebody there has joined), of its country, or of the installation. Nothing is
 * counted for what is refused by a narrower limit. A fixed number of statements however long the list.
 */
export const guardTexts = (
  tx: Database,
  ctx: Pick<Context, "sms"> & { org: Pick<Organization, "id" | "country"> },
  numbers: string[],
): Promise<(SmsRefusal | null)[]> =>
  guard(tx, numbers, {
    sms: ctx.sms,
    home: [ctx.org.country],
    joinedPrefixes: (prefixes) => selectJoinedPrefixes(tx, ctx.org.id, prefixes),
  });

/** The same for a sign-in code, which no organization sends; throws the refusal. Alike for known and unknown numbers. */
export async function guardCode(tx: Database, sms: SmsRules, number: string): Promise<void> {
  if (sms.way === "none")
    throw new DomainError("invalid", "Text messages are not set up here. Use your email. Nothing was sent.");
  const [refused = null] = await guard(tx, [number], {
    sms,
    home: await selectHomeCountries(tx),
    joinedPrefixes: (prefixes) => selectKnownPrefixes(tx, prefixes),
  });
  if (refused)
    throw new DomainError(
      refused.status === "over_limit" ? "limited" : "invalid",
      [smsSentence(refused), "Nothing was sent."].join(" "),
    );
}

/** A refusal as a sentence. */
export const smsSentence = ({ reason }: SmsRefusal): string =>
  `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;

async function guard(tx: Database, numbers: string[], sender: Sender): Promise<(SmsRefusal | null)[]> {
  if (numbers.length === 0) return [];
  const targets = numbers.map(targetOf);
  const answers = targets.map((target) => standingRefusal(target, sender));
  const open = () => targets.flatMap((target, i) => (answers[i] ? [] : [{ target, i }]));
  const prefixes = [...new Set(open().map(({ target }) => target.prefix))];
  const joined = prefixes.length > 0 ? await sender.joinedPrefixes(prefixes) : new Set<string>();
  for (const capOf of capsOf(sender, joined)) {
    const asked = open().flatMap(({ target, i }) => {
      const cap = capOf(target);
      return cap ? [{ cap, i }] : [];
    });
    const short = await takeFromLimits(
      tx,
      INSTALLATION,
      asked.map(({ cap }) => cap.limit),
    );
    const over = asked.filter(({ cap }) => !takeOne(short, cap.limit.key));
    if (over.length === 0) continue;
    const now = await selectNow(tx);
    for (const { cap, i } of over) answers[i] = overLimit(cap, short.get(cap.limit.key)?.freeAt ?? now, now);
  }
  return answers;
}

function targetOf(number: string): Target {
  const phone = parsePhoneNumber(number);
  const type = phone?.getType();
  return {
    number,
    prefix: number.slice(0, -4),
    country: phone?.country ?? "",
    isTexted: type === "MOBILE" || type === "FIXED_LINE_OR_MOBILE",
  };
}

/** Where nothing leaves this machine any number will do. */
function standingRefusal({ country, isTexted }: Target, { sms, home }: Sender): SmsRefusal | null {
  if (sms.dailyLimit === 0)
    return {
      status: "not_allowed",
      reason: "text messages are switched off here; use an email",
      freeAt: null,
    };
  if (sms.way !== "out") return null;
  if (!isTexted)
    return { status: "invalid", reason: "this is not a mobile number; use one, or an email", freeAt: null };
  if ((sms.countries ?? home).includes(country)) return null;
  const reason = `text messages to ${countryName(country)} are not allowed here; use an email, or ask an admin`;
  return { status: "not_allowed", reason, freeAt: null };
}

type Cap = { limit: Limit; words: string };

const daily = (key: string, max: number): Limit => ({
  key: `sms|${key}`,
  max,
  windowSeconds: DAY_SECONDS,
  amount: 1,
});

/** From the narrowest to the widest. */
function capsOf({ sms, home }: Sender, joined: Set<string>): ((target: Target) => Cap | null)[] {
  const foreign = Math.ceil(sms.dailyLimit * FOREIGN_SHARE);
  return [
    ({ number }) => ({ limit: daily(`number|${number}`, NUMBER_DAILY_MESSAGES), words: "to one number" }),
    ({ prefix }) =>
      joined.has(prefix)
        ? null
        : {
            limit: daily(`prefix|${prefix}`, PREFIX_DAILY_MESSAGES),
            words: `to numbers that begin with ${prefix}`,
          },
    ({ country }) =>
      home.includes(country)
        ? null
        : { limit: daily(`country|${country}`, foreign), words: `to ${countryName(country)}` },
    () => ({ limit: daily("all", sms.dailyLimit), words: "from this installation" }),
  ];
}

/** Hands out what was granted, first come first served. */
function takeOne(short: Map<string, Shortfall>, key: string): boolean {
  const one = short.get(key);
  if (!one) return true;
  if (one.granted === 0) return false;
  one.granted--;
  return true;
}

function overLimit({ limit, words }: Cap, freeAt: Date, now: Date): SmsRefusal {
  const wait = durationWords((freeAt.getTime() - now.getTime()) / 1_000);
  const reason =
    limit.max === 1
      ? `over the limit of 1 text message a day ${words}; try again in ${wait}`
      : `over the limit of ${limit.max.toLocaleString("en")} text messages a day ${words}; try again in ${wait}`;
  return { status: "over_limit", reason, freeAt };
}

const regions = new Intl.DisplayNames(["en"], { type: "region" });

const countryName = (country: string) => (country && regions.of(country)) || "this country";
