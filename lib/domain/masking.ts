import { displayAddress, maskAddress } from "./address";
import type { Context } from "./context";

/** E-mail addresses and phone numbers, as they are stored and as people write them. */
const ADDRESS = /[^\s<>"(),;:]+@[^\s<>"(),;:]+|\+\d(?:[\s().-]?\d){6,14}/g;

/** What somebody wrote into the flow for everybody in it to read. */
const WRITTEN = new Set(["title", "instructions", "openActions", "declineReason"]);

/**
 * What a reader may see of an answer: clients learn no address and no number but their own, wherever
 * one stands in it, for people without a name are called by theirs. Internal users see it as it is.
 */
export function maskOthers<T>(ctx: Context, answer: T): T {
  if (ctx.actor.kind === "internal") return answer;
  const own = new Set([ctx.actor.address, displayAddress(ctx.actor.address)]);
  const mask = (text: string) =>
    text.replace(ADDRESS, (address) => (own.has(address) ? address : maskAddress(address)));
  return maskIn(answer, mask) as T;
}

function maskIn(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === "string") return mask(value);
  if (Array.isArray(value)) return value.map((one) => maskIn(one, mask));
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, WRITTEN.has(key) ? held : maskIn(held, mask)]),
  );
}
