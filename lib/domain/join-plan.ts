import type { KnownJoiner } from "@/db/queries/join-people";
import type { RequestToDecide } from "@/db/queries/join-requests";
import { displayAddress } from "./address";
import { DomainError, type ErrorCode } from "./errors";
import { domainRefusal, type InviteDomains } from "./invite-domains";
import type { Joiner } from "./join-enter";

/** A request that is left as it is, and why. */
export type Refused = { request: string; name: string; code: ErrorCode; reason: string };

const NEW_INTERNAL = "only admins can let in new internal users";

/** Somebody who asks, as they are called until a contact has another name for them. */
export const nameOf = ({ name, address }: Pick<RequestToDecide, "name" | "address">): string =>
  name ?? displayAddress(address);

export const answered = ({ request, ...row }: RequestToDecide): Refused => ({
  request,
  name: nameOf(row),
  code: "conflict",
  reason: "was answered or withdrawn a moment ago",
});

type Rules = { mayInternal: boolean; domains: InviteDomains };

/**
 * Decides about each request from what is known; writes nothing. Internal users without an account so far come in only
 * by who `mayInternal`; whoever asks twice, by two addresses, comes in
 * once; who has no account here and asks from a domain at which nobody is invited does not. Answers who comes in, by address, and who does not and why.
 */
export function planApprovals(
  rows: RequestToDecide[],
  known: KnownJoiner[],
  { as, ...rules }: { as?: "client" | "internal" } & Rules,
): { joiners: Map<string, Joiner>; refused: Refused[] } {
  const knownAt = new Map(known.map((one) => [one.address, one]));
  const joiners = new Map<string, Joiner>();
  const refused: Refused[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const joiner = joinerOf(row, knownAt.get(row.address) ?? null, as);
    const refusal = joiner ? refusalOf(row, joiner, seen, rules) : answered(row);
    if (refusal) refused.push(refusal);
    else if (joiner) joiners.set(row.address, joiner);
    if (joiner && !refusal) for (const id of idsOf(joiner)) seen.add(id);
  }
  return { joiners, refused };
}

const idsOf = ({ userId, known }: Joiner) => [userId, ...(known ? [known.contactId] : [])];

function joinerOf(
  { isWaiting, userId, address, kind, name, roleId, audience }: RequestToDecide,
  known: KnownJoiner | null,
  as: "client" | "internal" | undefined,
): Joiner | null {
  if (!isWaiting || !userId) return null;
  return { userId, address, kind, name, known, as: as ?? audience, role: roleId };
}

function refusalOf(
  row: RequestToDecide,
  joiner: Joiner,
  seen: Set<string>,
  { mayInternal, domains }: Rules,
): Refused | null {
  const { known, userId, as } = joiner;
  const no = (code: ErrorCode, reason: string) => ({
    request: row.request,
    name: known?.name ?? nameOf(row),
    code,
    reason,
  });
  if (known?.isDeactivated) return no("conflict", "has been deactivated");
  if (known?.userId && known.userId !== userId)
    return no("conflict", "has an address that belongs to a contact with another account");
  if (idsOf(joiner).some((id) => seen.has(id)))
    return no("conflict", "asked twice; the other request was approved");
  const atDomain = known?.userId ? null : domainRefusal(domains, { kind: row.kind, value: row.address });
  if (atDomain) return no("conflict", atDomain);
  const isNewInternal = (known?.kind ?? as) === "internal" && !known?.userId;
  return isNewInternal && !mayInternal ? no("forbidden", NEW_INTERNAL) : null;
}

/** When nothing at all could be done: the reasons, as a refusal. */
export function nothingDone(refused: Refused[]): DomainError {
  const code = refused.every((one) => one.code === "forbidden") ? "forbidden" : "conflict";
  const [only, ...more] = refused;
  const words = only && more.length === 0 ? `${only.name}: ${only.reason}.` : `${listWords(refused)}.`;
  return new DomainError(code, `${words} Nothing was changed.`);
}

export const listWords = (refused: Pick<Refused, "name" | "reason">[]): string =>
  refused.map(({ name, reason }) => `${name}: ${reason}`).join("; ");
