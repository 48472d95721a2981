import {
  type MergeContact,
  type MergeFacts,
  selectMergeContacts,
  selectMergeFacts,
} from "@/db/queries/merge";
import { displayAddress } from "./address";
import { listContacts } from "./contacts";
import type { Context } from "./context";
import { findDuplicates } from "./duplicates";
import { notFound } from "./errors";
import { isId } from "./id";
import { type MergeEffects, mergeEffects } from "./merge-effects";
import { type Merged, mergeRefusal, nameOf, namesApart, pairOf, planMerge } from "./merge-plan";
import { authorize } from "./permissions";

export type MergeSide = MergeContact & MergeFacts & { shownName: string; shownPhone: string | null };

/** Two contacts side by side, for who decides which one stays. */
export type MergeView = {
  keep: MergeSide;
  drop: MergeSide;
  plan: Merged;
  effects: MergeEffects;
  /** Why they cannot be merged. */
  refused: string | null;
};

/** What merging the two would do; reads only. */
export async function getMerge(
  ctx: Context,
  { keep, drop }: { keep: string; drop: string },
): Promise<MergeView> {
  authorize(ctx, "contacts:merge");
  const ids = [keep, drop].filter(isId);
  const [rows, facts] = await Promise.all([
    selectMergeContacts(ctx.db, ctx.org.id, ids),
    selectMergeFacts(ctx.db, ctx.org.id, ids),
  ]);
  const [kept, gone] = pairOf(rows, keep, drop);
  const [keptName, goneName] = namesApart(kept, gone);
  const side = (row: MergeContact, shownName: string): MergeSide => {
    const own = facts.find(({ id }) => id === row.id);
    if (!own) throw notFound();
    return { ...row, ...own, shownName, shownPhone: row.phone && displayAddress(row.phone) };
  };
  const view = { keep: side(kept, keptName), drop: side(gone, goneName), plan: planMerge(kept, gone) };
  return {
    ...view,
    effects: mergeEffects(view),
    refused: keep === drop ? "Choose two different contacts." : mergeRefusal(ctx, kept, gone),
  };
}

export type Mergeable = { id: string; name: string; facts: string };

const MOST = 20;

/** Whom a contact could be merged with: likely duplicates, or, for a search, others of the kind whom it finds. */
export async function listMergeable(
  ctx: Context,
  { keep, find }: { keep: string | null; find?: string },
): Promise<{ contact: { id: string; name: string }; found: Mergeable[] }> {
  authorize(ctx, "contacts:merge");
  const [contact] = keep ? await selectMergeContacts(ctx.db, ctx.org.id, [keep]) : [];
  if (!contact) throw notFound();
  const { id, name, company, email, phone, kind } = contact;
  const found = find
    ? (await listContacts(ctx, { tab: kind === "internal" ? "internal" : "clients", find })).rows
        .filter((row) => row.id !== id)
        .map((row) => ({ ...row, addresses: [row.email, row.phone] }))
    : await findDuplicates(ctx, { email, phone, name, company, except: id });
  return {
    contact: { id, name: nameOf(contact) },
    found: found.slice(0, MOST).map((row) => ({
      id: row.id,
      name: row.name,
      facts: [row.company, ...row.addresses.map((address) => address && displayAddress(address))]
        .filter(Boolean)
        .join(" · "),
    })),
  };
}
