import { type ChannelState, countWaiting, selectChannels, type Waiting } from "@/db/queries/channel-health";
import type { Channel } from "./address";
import type { Context, UserContext } from "./context";
import { authorize } from "./permissions";
import { codeTroubleWords, type Stop, troubleWords } from "./trouble-words";
import { MOST_COUNTED } from "./words";

/** A way messages leave by, as configured; the one to use first stands in front. */
export type Way = { name: string; handles: readonly Channel[] };

/** Messages of one kind do not leave: why, how many wait, and since when. */
export type Trouble = { kind: Channel; sentence: string; since: Date | null };

/** Why a channel takes nothing. A call that was not answered counts at once: the next may not be for a while. */
const stopOf = ({ reason, failures }: ChannelState): Stop | null =>
  reason ?? (failures > 0 ? "outage" : null);

/** Why no way takes messages of this kind; null while one does. */
function stoppedAt(kind: Channel, ways: readonly Way[], states: ChannelState[]) {
  const handling = ways.filter(({ handles }) => handles.includes(kind)).map(({ name }) => name);
  if (handling.length === 0) return { stop: "unset" as const, since: null };
  const [first, ...others] = states.filter(({ provider }) => handling.includes(provider));
  const stop = first && stopOf(first);
  if (!stop || others.some((other) => stopOf(other) === null)) return null;
  return { stop, since: first.since ?? first.failedAt };
}

const waitingOf = (kind: Channel, waiting: Waiting[]) =>
  waiting.filter(({ channel }) => channel === kind).reduce((sum, { count }) => sum + count, 0);

/**
 * What keeps e-mail or text messages of the organization from leaving, in plain sentences; nothing while all
 * is well. A kind that is not set up is told of when messages wait for it. For anybody internal.
 */
export async function listTroubles(ctx: Context, { ways }: { ways: readonly Way[] }): Promise<Trouble[]> {
  authorize(ctx, "delivery:view");
  const states = await selectChannels(
    ctx.db,
    ways.map(({ name }) => name),
  );
  const stopped = (["email", "sms"] as const).flatMap((kind) => {
    const found = stoppedAt(kind, ways, states);
    return found ? [{ kind, ...found }] : [];
  });
  if (stopped.length === 0) return [];
  const waiting = await countWaiting(ctx.db, { orgId: ctx.org.id, most: MOST_COUNTED });
  return stopped.flatMap(({ kind, stop, since }) => {
    const count = waitingOf(kind, waiting);
    const isNews =
      count > 0 || states.some(({ provider, reason }) => reason && handles(ways, provider, kind));
    if (!isNews) return [];
    const sentence = troubleWords(kind, stop, count);
    return [{ kind, sentence, since: since === null ? null : new Date(since) }];
  });
}

/**
 * What somebody who waits for a code to sign in should know, one sentence a kind of message; nothing while messages
 * leave; a pause that a person asked for lets codes pass. For strangers: says nothing about who has an account.
 */
export async function listCodeTroubles(
  { db }: Pick<UserContext, "db">,
  { ways }: { ways: readonly Way[] },
): Promise<string[]> {
  const states = await selectChannels(
    db,
    ways.map(({ name }) => name),
  );
  const forCodes = states.map((state) => (state.reason === "manual" ? { ...state, reason: null } : state));
  return (["email", "sms"] as const).flatMap((kind) => {
    const stop = stoppedAt(kind, ways, forCodes)?.stop ?? "unset";
    if (stop === "unset") return [];
    return [codeTroubleWords(kind, stop)];
  });
}

const handles = (ways: readonly Way[], name: string, kind: Channel): boolean =>
  ways.some((way) => way.name === name && way.handles.includes(kind));

/** One way out as the Delivery settings show it. `waiting` counts this organization's messages for it. */
export type WayView = Way & {
  stop: "outage" | "quota" | "settings" | "manual" | null;
  until: Date | null;
  since: Date | null;
  acceptedAt: Date | null;
  failedAt: Date | null;
  error: string | null;
  waiting: number;
};

const dateOf = (at: number | null) => (at === null ? null : new Date(at));

/** What was tried waits for the way that tried it; what is new for the first that takes it, else for the first. */
function waitingAt(
  { name, handles: kinds }: Way,
  ways: readonly Way[],
  states: ChannelState[],
  all: Waiting[],
) {
  const nextFor = (kind: Channel) => {
    const able = ways.filter((way) => way.handles.includes(kind));
    const isWell = (way: Way) =>
      states.some((state) => state.provider === way.name && stopOf(state) === null);
    return (able.find(isWell) ?? able[0])?.name;
  };
  return all
    .filter(({ channel, provider }) => kinds.includes(channel) && (provider ?? nextFor(channel)) === name)
    .reduce((sum, { count }) => sum + count, 0);
}

/** Every way out in its order: what it handles, how it fares, how many of the organization's messages wait. Admins. */
export async function listWays(ctx: Context, { ways }: { ways: readonly Way[] }): Promise<WayView[]> {
  authorize(ctx, "delivery:manage");
  const names = ways.map(({ name }) => name);
  const states = await selectChannels(ctx.db, names);
  const all = await countWaiting(ctx.db, { orgId: ctx.org.id, most: MOST_COUNTED });
  return ways.map((way, place) => {
    const state = states[place];
    const stop = state ? stopOf(state) : null;
    return {
      name: way.name,
      handles: way.handles,
      stop: stop === "unset" ? null : stop,
      until: dateOf(state?.until ?? null),
      since: dateOf(state?.since ?? null),
      acceptedAt: dateOf(state?.acceptedAt ?? null),
      failedAt: dateOf(state?.failedAt ?? null),
      error: state?.error ?? null,
      waiting: waitingAt(way, ways, states, all),
    };
  });
}
