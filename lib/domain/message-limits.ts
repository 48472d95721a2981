import type { Database } from "@/db/client";
import { type Address, channelOf } from "./address";
import type { Context, Installation, Organization } from "./context";
import { type Limit, returnToLimits, type Shortfall, takeFromLimits } from "./limits";
import { durationWords } from "./words";

const DAY = 86_400;
const HOUR = 3_600;
const TEN_MINUTES = 600;
const RECIPIENT_DAILY_MESSAGES = 5;
/** Messages caused from one network in ten minutes, whoever is signed in there. */
const NETWORK_MESSAGES = 5_000;
/** A new organization may cause a tenth of its messages, but so many at least. */
const YOUNG_SHARE = 0.1;
const YOUNG_LEAST = 100;

/** A limit that a message counts against, and what is said when it is reached. */
export type MessageRule = Omit<Limit, "amount"> & { reached: string };

/**
 * One message to be: where it goes, and which limits it counts against besides those of its recipient: one that no other
 * message of the list need have, and those that messages share, best as the very same list.
 */
export type WantedMessage = { address: Address | null; first?: MessageRule; rules: MessageRule[] };

/** Why a message cannot go now, in words, and when it can. */
export type Held = { reason: string; freeAt: Date };

type Sender = Pick<Organization, "id" | "name" | "dailyLimit" | "workspaceDailyLimit" | "isYoung">;

const many = (count: number) => count.toLocaleString("en");

function ofYoung({ isYoung }: Sender, max: number): number {
  return isYoung ? Math.min(max, Math.max(YOUNG_LEAST, Math.floor(max * YOUNG_SHARE))) : max;
}

/** What every message of an organization counts against, whoever or whatever causes it. */
export function rulesOf(
  { dailyMessages }: Installation,
  org: Sender,
  workspaceId: string | null,
): MessageRule[] {
  const own = ofYoung(org, org.dailyLimit);
  const there = ofYoung(org, org.workspaceDailyLimit);
  return [
    ...(dailyMessages === undefined ? [] : [installationRule(dailyMessages)]),
    {
      key: "organization",
      max: own,
      windowSeconds: DAY,
      reached:
        own === 1
          ? `${org.name} has reached its limit of 1 message a day.`
          : `${org.name} has reached its limit of ${many(own)} messages a day.`,
    },
    ...(workspaceId === null
      ? []
      : [
          {
            key: `workspace:${workspaceId}`,
            max: there,
            windowSeconds: DAY,
            reached:
              there === 1
                ? "This workspace has reached its limit of 1 message a day."
                : `This workspace has reached its limit of ${many(there)} messages a day.`,
          },
        ]),
  ];
}

const installationRule = (max: number): MessageRule => ({
  key: "messages",
  max,
  windowSeconds: DAY,
  isShared: true,
  reached:
    max === 1
      ? "This portal has reached its limit of 1 message a day."
      : `This portal has reached its limit of ${many(max)} messages a day.`,
});

/** What the messages of somebody's act count against: the inviter's own budget and network come first. */
export function rulesOfAct(ctx: Context, workspaceId: string | null): MessageRule[] {
  const { adminDailyLimit, memberHourlyLimit } = ctx.org;
  const key = `inviter:${ctx.actor.contactId}`;
  const own: MessageRule = ctx.actor.isAdmin
    ? {
        key,
        max: adminDailyLimit,
        windowSeconds: DAY,
        reached:
          adminDailyLimit === 1
            ? "You have reached your limit of 1 message a day."
            : `You have reached your limit of ${many(adminDailyLimit)} messages a day.`,
      }
    : {
        key,
        max: memberHourlyLimit,
        windowSeconds: HOUR,
        reached:
          memberHourlyLimit === 1
            ? "You have reached your limit of 1 message an hour."
            : `You have reached your limit of ${many(memberHourlyLimit)} messages an hour.`,
      };
  return [own, ...(ctx.ip ? [networkRule(ctx.ip)] : []), ...rulesOf(ctx, ctx.org, workspaceId)];
}

/** The rules of each place, made once for each. */
export function rulesByPlace(make: (workspaceId: string | null) => MessageRule[]) {
  const made = new Map<string | null, MessageRule[]>();
  return (workspaceId: string | null): MessageRule[] => {
    const rules = made.get(workspaceId) ?? make(workspaceId);
    made.set(workspaceId, rules);
    return rules;
  };
}

const networkRule = (ip: string): MessageRule => ({
  key: `messages|network|${ip}`,
  max: NETWORK_MESSAGES,
  windowSeconds: TEN_MINUTES,
  isShared: true,
  reached: `Your network has reached its limit of ${many(NETWORK_MESSAGES)} messages in ten minutes.`,
});

const recipientRule = (address: Address): MessageRule => ({
  key: `recipient:${channelOf(address)}:${address.value}`,
  max: RECIPIENT_DAILY_MESSAGES,
  windowSeconds: DAY,
  reached: "Five messages went to this person today.",
});

/**
 * Counts messages against all their limits and answers, in order, null for each that may go and the reason for each
 * that may not: of a list that goes only in part, the first ones. Exact under concurrency; one statement, and one more
 * when something is given back.
 */
export async function grantMessages(
  tx: Database,
  orgId: string,
  list: WantedMessage[],
  now: Date,
): Promise<(Held | null)[]> {
  const bound: Bound[] = list.map(({ address, first = null, rules }) => ({
    ...{ first, rules },
    own: address && recipientRule(address),
  }));
  const asked = askedOf(bound);
  const short = await takeFromLimits(tx, orgId, [...asked.values()]);
  if (short.size === 0) return list.map(() => null);
  const granted = ({ key, amount }: Limit) => short.get(key)?.granted ?? amount;
  const left = new Map([...asked].map(([key, limit]) => [key, granted(limit)]));
  const isReached = ({ key }: MessageRule) => !left.get(key);
  const count = ({ key }: MessageRule) => left.set(key, (left.get(key) ?? 0) - 1);
  const answers = bound.map(({ first, rules, own }) => {
    const reached =
      first && isReached(first) ? first : (rules.find(isReached) ?? (own && isReached(own) ? own : null));
    if (reached) return heldBy(reached, short.get(reached.key), now);
    if (first) count(first);
    rules.forEach(count);
    if (own) count(own);
    return null;
  });
  // What was asked for beyond what was granted is counted too, as is what was granted and is left.
  const unused = (limit: Limit) => limit.amount - granted(limit) + (left.get(limit.key) ?? 0);
  const rest = [...asked.values()].map((limit) => ({ ...limit, amount: unused(limit) }));
  await returnToLimits(
    tx,
    orgId,
    rest.filter(({ amount }) => amount > 0),
  );
  return answers;
}

type Bound = { first: MessageRule | null; rules: MessageRule[]; own: MessageRule | null };

/** How many messages are asked of each limit; those of one act share their list of rules. */
function askedOf(bound: readonly Bound[]): Map<string, Limit> {
  const asked = new Map<string, Limit>();
  const ask = (rule: MessageRule, amount: number) => {
    const known = asked.get(rule.key);
    if (known) known.amount += amount;
    else asked.set(rule.key, limitOf(rule, amount));
  };
  const lists = new Map<MessageRule[], number>();
  for (const { first, rules, own } of bound) {
    lists.set(rules, (lists.get(rules) ?? 0) + 1);
    if (first) ask(first, 1);
    if (own) ask(own, 1);
  }
  for (const [rules, count] of lists) for (const rule of rules) ask(rule, count);
  return asked;
}

const limitOf = ({ key, max, windowSeconds, isShared }: MessageRule, amount: number): Limit => ({
  key,
  max,
  windowSeconds,
  isShared,
  amount,
});

function heldBy({ reached }: MessageRule, short: Shortfall | undefined, now: Date): Held {
  const freeAt = short?.freeAt ?? now;
  const wait = durationWords((freeAt.getTime() - now.getTime()) / 1_000);
  return { reason: [reached, `Try again in ${wait}.`].join(" "), freeAt };
}
