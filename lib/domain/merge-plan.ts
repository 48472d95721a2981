import type { MergeContact } from "@/db/queries/merge";
import { displayAddress } from "./address";
import type { Context } from "./context";
import { notFound } from "./errors";

export const nameOf = ({ name, email, phone }: Pick<MergeContact, "name" | "email" | "phone">): string =>
  name ?? displayAddress(email ?? phone ?? "");

/** What two contacts are called; with their address where they have one name. */
export function namesApart<T extends Parameters<typeof nameOf>[0]>(keep: T, drop: T): [string, string] {
  const isSame = nameOf(keep) === nameOf(drop);
  const called = (one: T) => {
    const address = displayAddress(one.email ?? one.phone ?? "");
    return isSame ? `${nameOf(one)} (${address})` : nameOf(one);
  };
  return [called(keep), called(drop)];
}

/** The two, by their ids; who is not both here does not exist. */
export function pairOf(rows: MergeContact[], keep: string, drop: string): [MergeContact, MergeContact] {
  const [kept, gone] = [keep, drop].map((id) => rows.find((row) => row.id === id));
  if (!kept || !gone) throw notFound();
  return [kept, gone];
}

/** The one contact two become, and the addresses it has no room for. */
export type Merged = {
  person: Omit<MergeContact, "id" | "kind" | "isDeactivated">;
  lost: string[];
};

/**
 * What two contacts become. The kept one's words come first, the other's fill the gaps. What belongs to an account
 * goes before what was typed, proven or not: its addresses and whether it is an admin stay with it.
 */
export function planMerge(keep: MergeContact, drop: MergeContact): Merged {
  const [holder, other] = drop.userId ? [drop, keep] : [keep, drop];
  const email = holder.email ?? other.email;
  const phone = holder.phone ?? other.phone;
  const hasCompany = keep.company !== null;
  const known = [keep, drop].flatMap((one) => [one.email, one.phone]);
  return {
    person: {
      name: keep.name ?? drop.name,
      email,
      phone,
      company: hasCompany ? keep.company : drop.company,
      companyKey: hasCompany ? keep.companyKey : drop.companyKey,
      title: keep.title ?? drop.title,
      language: keep.language ?? drop.language,
      timeZone: keep.timeZone ?? drop.timeZone,
      isAdmin: holder.isAdmin,
      userId: holder.userId,
      joinedAt: holder.joinedAt,
      invitedAt: earlier(keep.invitedAt, drop.invitedAt),
    },
    lost: known.filter((address): address is string => !!address && address !== email && address !== phone),
  };
}

const earlier = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b));

/** Why these two cannot become one, in words; null when they can. */
export function mergeRefusal(ctx: Context, keep: MergeContact, drop: MergeContact): string | null {
  if (drop.id === ctx.actor.contactId)
    return "You cannot merge yourself into somebody else. Keep your own contact, or ask another admin.";
  if (keep.kind !== drop.kind)
    return keep.kind === "internal"
      ? `${nameOf(keep)} is an internal user and ${nameOf(drop)} is a client. Only two of a kind can be merged.`
      : `${nameOf(keep)} is a client and ${nameOf(drop)} is an internal user. Only two of a kind can be merged.`;
  if (keep.userId && drop.userId)
    return "Both have joined with an account of their own. Only one of two accounts can be kept, so they cannot be merged. Deactivate the one that is not used.";
  if (keep.isDeactivated !== drop.isDeactivated) {
    const [off, on] = keep.isDeactivated ? [keep, drop] : [drop, keep];
    return `${nameOf(off)} has been deactivated and ${nameOf(on)} has not. Deactivate or reactivate one of them first.`;
  }
  return null;
}
