import type { Database } from "@/db/client";
import { type Address, channelOf } from "./address";
import type { Context, Installation, Organization } from "./context";
import { type Limit, returnToLimits, type Taken, takeFromLimits } from "./limits";
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

/** One message to be: where it goes, and which limits it counts against besides those of its recipient. */
export type WantedMessage = { address: Address | null; rules: MessageRule[] };

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
  const bound = list.map(({ address, rules }) => ({ rules, own: address && recipientRule(address) }));
  const asked = askedOf(bound);
  const taken = await takeFromLimits(tx, orgId, [...asked.values()]);
  const left = new Map([...taken].map(([key, { granted }]) => [key, granted]));
  const isReached = ({ key }: MessageRule) => !left.get(key);
  const count = ({ key }: MessageRule) => left.set(key, (left.get(key) ?? 0) - 1);
  const answers = bound.map(({ rules, own }) => {
    const reached = rules.find(isReached) ?? (own && isReached(own) ? own : null);
    if (reached) return heldBy(reached, taken.get(reached.key), now);
    rules.forEach(count);
    if (own) count(own);
    return null;
  });
  await returnToLimits(tx, orgId, unusedOf(asked, taken, left));
  return answers;
}

/** How many messages are asked of each limit; those of one act share their list of rules. */
function askedOf(bound: readonly { rules: MessageRule[]; own: MessageRule | null }[]): Map<string, Limit> {
  const asked = new Map<string, Limit>();
  const ask = (rule: MessageRule, amount: number) => {
    const known = asked.get(rule.key);
    if (known) known.amount += amount;
    else asked.set(rule.key, limitOf(rule, amount));
  };
  const lists = new Map<MessageRule[], number>();
  for (const { rules, own } of bound) {
    lists.set(rules, (lists.get(rules) ?? 0) + 1);
    if (own) ask(own, 1);
  }
  for (const [rules, count] of lists) for (const rule of rules) ask(rule, count);
  return asked;
}

/** What was asked for beyond what was granted is counted too, as is what was granted and is left. */
function unusedOf(asked: Map<string, Limit>, taken: Map<string, Taken>, left: Map<string, number>): Limit[] {
  const unused: Limit[] = [];
  for (const limit of asked.values()) {
    const granted = taken.get(limit.key)?.granted ?? 0;
    const amount = limit.amount - granted + (left.get(limit.key) ?? 0);
    if (amount > 0) unused.push({ ...limit, amount });
  }
  return unused;
}

const limitOf = ({ key, max, windowSeconds, isShared }: MessageRule, amount: number): Limit => ({
  key,
  max,
  windowSeconds,
  isShared,
  amount,
});

function heldBy({ reached }: MessageRule, taken: Taken | undefined, now: Date): Held {
  const freeAt = taken?.freeAt ?? now;
  const wait = durationWords((freeAt.getTime() - now.getTime()) / 1_000);
  return { reason: [reached, `Try again in ${wait}.`].join(" "), freeAt };
}
