import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeWindow } from "@/tests/players/resend-rules";
import { allowanceIn, type Meter, type MeteredCall, makeMeter } from "./meter";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000_700 });
});
afterEach(() => {
  vi.useRealTimers();
});

const told = (remaining: number, resetSeconds = 60, limit = 5) => ({ limit, remaining, resetSeconds });

/** The calls a meter lets through, of so many. */
const takes = (meter: Meter, count: number): MeteredCall[] =>
  Array.from({ length: count }, () => meter.take()).flatMap((one) => ("end" in one ? [one] : []));

/** A meter that has been told of five calls a minute, of which it made one. */
function toldMeter(): Meter {
  const meter = makeMeter();
  takes(meter, 1)[0]?.end(told(4));
  return meter;
}

test("one call goes ahead to ask how many are allowed; who is not told is not held up", () => {
  const meter = makeMeter();
  const [first, ...others] = takes(meter, 3);
  expect(others).toEqual([]);
  first?.end(null);
  expect(takes(meter, 20)).toHaveLength(20);
});

test("calls that get no answer hold nobody up for more than a second while nothing is known", () => {
  const meter = makeMeter();
  expect(takes(meter, 3)).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(takes(meter, 20)).toHaveLength(20);
});

test("calls under way count, so that no more are made than are allowed", () => {
  const meter = toldMeter();
  const [one] = takes(meter, 3);
  expect(takes(meter, 3)).toHaveLength(1);
  one?.end(told(3));
  expect(takes(meter, 3)).toHaveLength(0);
  expect(meter.take()).toMatchObject({ waitSeconds: expect.closeTo(0.1) });
});

test("answers in another order than the calls cost nothing", () => {
  const meter = toldMeter();
  const [a, b, c] = takes(meter, 3);
  c?.end(told(1));
  a?.end(told(3));
  b?.end(told(2));
  expect(takes(meter, 3)).toHaveLength(1);
});

test("what others used is gone, and what was not needed comes back", () => {
  const meter = toldMeter();
  takes(meter, 1)[0]?.end(told(1));
  const [call, ...more] = takes(meter, 2);
  expect(more).toEqual([]);
  call?.giveBack();
  expect(takes(meter, 2)).toHaveLength(1);
});

test("a new window allows as much again, less what is still under way", () => {
  const meter = toldMeter();
  takes(meter, 1)[0]?.end(told(1));
  const [straggler] = takes(meter, 1);
  vi.advanceTimersByTime(60_000);
  expect(takes(meter, 5)).toHaveLength(5 - 1);
  straggler?.end(told(0, 0.01));
  vi.advanceTimersByTime(100);
  expect(takes(meter, 5)).toHaveLength(0);
});

test("a call that stays silent counts in its window and the next, and holds up nobody for longer", () => {
  const meter = toldMeter();
  meter.share({ count: 5, place: 0 });
  const nextWindow = () => {
    vi.advanceTimersByTime(60_000);
    return takes(meter, 2).length;
  };
  expect([nextWindow(), nextWindow(), nextWindow(), nextWindow()]).toEqual([1, 0, 1, 0]);
});

test("a call that is given up long after its window takes nothing from another", () => {
  const meter = toldMeter();
  const [silent] = takes(meter, 1);
  for (const _ of [1, 2]) {
    vi.advanceTimersByTime(60_000);
    for (const call of takes(meter, 1)) call.end(told(4));
  }
  silent?.end(null);
  expect(takes(meter, 5)).toHaveLength(4);
});

test("a window ends no earlier than any of its answers says", () => {
  const meter = toldMeter();
  const calls = takes(meter, 4);
  for (const [i, call] of calls.entries()) call.end(told(3 - i, 40));
  vi.advanceTimersByTime(50_000);
  expect(takes(meter, 1)).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(takes(meter, 6)).toHaveLength(5);
});

test("an answer without a limit is a call used up", () => {
  const meter = toldMeter();
  takes(meter, 1)[0]?.end(null);
  expect(takes(meter, 5)).toHaveLength(3);
});

test.each([1, 2, 3, 7])(
  "%s workers divide five calls among them, and keep to it when answers come in",
  (count) => {
    const calls = Array.from({ length: count }, (_, place) => {
      const meter = toldMeter();
      meter.share({ count, place });
      vi.advanceTimersByTime(60_000);
      const first = takes(meter, 1);
      for (const call of first) call.end(told(4));
      return first.length + takes(meter, 9).length;
    });
    expect(calls.reduce((sum, made) => sum + made, 0)).toBe(5);
    expect(Math.max(...calls) - Math.min(...calls)).toBeLessThanOrEqual(1);
  },
);

test("an allowance is read from three headers that are all there", () => {
  const headers = { "ratelimit-limit": "5", "ratelimit-remaining": "0", "ratelimit-reset": "2" };
  expect(allowanceIn(headers)).toEqual(told(0, 2));
  expect(allowanceIn({ ...headers, "ratelimit-remaining": "soon" })).toBeNull();
  expect(allowanceIn({ ...headers, "ratelimit-limit": "0" })).toBeNull();
  expect(allowanceIn(null)).toBeNull();
});

/**
 * Lanes that call as fast as a meter lets them, for so many seconds or calls, a provider this far away; how many calls it
 * counted, in how many of its seconds, and how long a call of another lane took that began halfway.
 */
async function play({ perSecond, lanes, latencyMs, seed, forSeconds = 60, calls = Infinity }: Play) {
  const count = makeWindow(perSecond);
  const random = randomFrom(seed);
  const begins = Date.now();
  const counts = { taken: 0, refused: 0, seconds: 0, codeSeconds: 0 };
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  /** Waits its turn, or calls; whether the call was taken. */
  async function turn(): Promise<boolean> {
    const call = meter.take();
    if ("waitSeconds" in call) {
      await sleep(Math.max(call.waitSeconds * 1_000, 1));
      return false;
    }
    await sleep(random() * latencyMs);
    const { isOver, headers } = count();
    counts[isOver ? "refused" : "taken"]++;
    counts.seconds = Math.floor(Date.now() / 1_000) - Math.floor(begins / 1_000) + 1;
    await sleep(random() * latencyMs);
    call.end(allowanceIn(headers));
    return !isOver;
  }
  async function lane(): Promise<void> {
    while (counts.taken < calls && Date.now() < begins + forSeconds * 1_000) await turn();
  }
  async function code(): Promise<void> {
    await sleep((forSeconds / 2) * 1_000);
    const asked = Date.now();
    while (!(await turn()));
    counts.codeSeconds = (Date.now() - asked) / 1_000;
  }
  const meter = makeMeter();
  const all = Promise.all([code(), ...Array.from({ length: lanes }, lane)]);
  await vi.advanceTimersByTimeAsync((forSeconds + 10) * 1_000);
  await all;
  return counts;
}

type Play = {
  perSecond: number;
  lanes: number;
  latencyMs: number;
  seed: number;
  forSeconds?: number;
  calls?: number;
};

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test.each([
  { perSecond: 5, lanes: 4, latencyMs: 20 },
  { perSecond: 2, lanes: 4, latencyMs: 20 },
  { perSecond: 1, lanes: 8, latencyMs: 50 },
  { perSecond: 10, lanes: 4, latencyMs: 60 },
  { perSecond: 5, lanes: 8, latencyMs: 400 },
])(
  "within a minute no call is one too many: $perSecond a second, $lanes lanes, $latencyMs ms away",
  async (at) => {
    for (const seed of [1, 2, 3]) {
      const { taken, refused } = await play({ ...at, seed });
      expect(refused).toBe(0);
      if (at.latencyMs < 100) expect(taken).toBeGreaterThanOrEqual(59 * at.perSecond);
    }
  },
);

test("5,000 mails one by one, 5 a second, take 1,000 to 1,150 s of a clock we turn, and a code asked for meanwhile at most 5", async () => {
  const at = { perSecond: 5, lanes: 4, latencyMs: 60, forSeconds: 1_150, calls: 5_000 };
  for (const seed of [1, 2, 3]) {
    const { taken, refused, seconds, codeSeconds } = await play({ ...at, seed });
    expect(taken).toBeGreaterThanOrEqual(5_000);
    expect(refused).toBeLessThanOrEqual(0.02 * taken);
    expect(seconds).toBeGreaterThanOrEqual(1_000);
    expect(seconds).toBeLessThanOrEqual(1_150);
    expect(codeSeconds).toBeLessThanOrEqual(5);
  }
});
