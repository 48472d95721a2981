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

const networkLimit = (what: string, ip: string | null, max: number): Limit => ({
  key: `${what}|network|${ip ?? "all"}`,
  max: ip === null ? max * SHARED_NETWORK_FACTOR : max,
  windowSeconds: TEN_MINUTES,
  amount: 1,
});

/** One more code for an address. Refuses (`limited`) with the time when the next is possible. */
export async function spendCode(tx: Database, address: string, ip: string | null): Promise<void> {
  const refusal = (wait: string) => `Too many codes were asked for. Try again in ${wait}.`;
  await spend(tx, refusal, [
    { key: `code|${address}|minutes`, max: 3, windowSeconds: TEN_MINUTES, amount: 1 },
    { key: `code|${address}|day`, max: 10, windowSeconds: DAY, amount: 1 },
    networkLimit("code", ip, CODES_PER_NETWORK),
  ]);
}

/** One more code typed in from a network. Refuses (`limited`) with the time when the next is possible. */
export function spendTry(tx: Database, ip: string | null): Promise<void> {
  const refusal = (wait: string) => `Too many codes were tried from your network. Try again in ${wait}.`;
  return spend(tx, refusal, [networkLimit("try", ip, TRIES_PER_NETWORK)]);
}

async function spend(tx: Database, refusal: (wait: string) => string, limits: Limit[]): Promise<void> {
  const refused = [...(await takeFromLimits(tx, INSTALLATION, limits)).values()].filter(
    ({ granted }) => granted === 0,
  );
  if (refused.length === 0) return;
  const freeAt = Math.max(...refused.map((taken) => taken.freeAt.getTime()));
  const wait = Math.floor((freeAt - (await selectNow(tx)).getTime()) / 1000);
  throw new DomainError("limited", refusal(durationWords(wait)));
}
