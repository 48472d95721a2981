import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import { DomainError } from "./errors";
import { INSTALLATION } from "./id";
import { type Limit, takeFromLimits } from "./limits";
import { durationWords } from "./words";

const TEN_MINUTES = 600;
const DAY = 86_400;
const CODES_PER_NETWORK = 30;
const TRIES_PER_NETWORK = 60;
/** Without a trusted proxy every visitor looks the same: they share one, wider limit. */
const SHARED_NETWORK_FACTOR = 10;

/** A limit, and what is said when it is reached. */
type CodeLimit = Limit & { reached: string };

const networkLimit = (what: string, ip: string | null, max: number, reached: string): CodeLimit => ({
  key: `${what}|network|${ip ?? "all"}`,
  max: ip === null ? max * SHARED_NETWORK_FACTOR : max,
  windowSeconds: TEN_MINUTES,
  amount: 1,
  reached,
});

/** One more code for an address. Refuses (`limited`) with the limit and the time when the next is possible. */
export async function spendCode(tx: Database, address: string, ip: string | null): Promise<void> {
  const [key, amount] = [`code|${address}`, 1];
  const [short, long] = [
    "Three codes were asked for in ten minutes, the most for one address.",
    "Ten codes were asked for in a day, the most for one address.",
  ];
  const all =
    ip === null ? "Too many codes were asked for." : "Too many codes were asked for from your network.";
  await spend(tx, [
    { key: `${key}|minutes`, max: 3, windowSeconds: TEN_MINUTES, amount, reached: short },
    { key: `${key}|day`, max: 10, windowSeconds: DAY, amount, reached: long },
    networkLimit("code", ip, CODES_PER_NETWORK, all),
  ]);
}

/** One more code typed in from a network. Refuses (`limited`) with the time when the next is possible. */
export const spendTry = (tx: Database, ip: string | null): Promise<void> =>
  spend(tx, [networkLimit("try", ip, TRIES_PER_NETWORK, "Too many codes were tried from your network.")]);

/** Of several limits that are reached the one that lifts last is named. */
async function spend(tx: Database, limits: CodeLimit[]): Promise<void> {
  const short = await takeFromLimits(tx, INSTALLATION, limits);
  const freeAt = ({ key }: CodeLimit) => short.get(key)?.freeAt.getTime() ?? 0;
  const [last] = limits.filter(({ key }) => short.has(key)).toSorted((a, b) => freeAt(b) - freeAt(a));
  if (!last) return;
  const wait = Math.floor((freeAt(last) - (await selectNow(tx)).getTime()) / 1000);
  throw new DomainError("limited", `${last.reached} Try again in ${durationWords(wait)}.`);
}
