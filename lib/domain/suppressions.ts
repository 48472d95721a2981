import { z } from "zod";
import { deleteSuppressions, type SuppressionRow, selectSuppressions } from "@/db/queries/suppressions";
import { recordActivity } from "./activity";
import { displayAddress } from "./address";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { authorize } from "./permissions";

const PAGE = 50;
const MOST = 1_000;

const address = z.string().min(1).max(320);

/** The addresses that are chosen, or the one whose own button was pressed. */
export const LiftSuppressions = z
  .strictObject({
    one: address.optional(),
    selected: z.literal("1").optional(),
    address: z.union([address.transform((one) => [one]), z.array(address)]).default([]),
  })
  .transform(({ one, address: chosen }) => ({ addresses: one ? [one] : chosen }))
  .refine(({ addresses }) => addresses.length > 0, { path: ["address"], message: "Choose an address first." })
  .refine(({ addresses }) => addresses.length <= MOST, {
    path: ["address"],
    message: `Choose at most ${MOST}.`,
  });

/** A blocked address; `shown` as people write it. */
export type Suppression = Omit<SuppressionRow, "createdAt"> & { shown: string; createdAt: Date };

/** Addresses that get no messages of this organization, by address, fifty a page, searched by a part. Admins. */
export async function listSuppressions(
  ctx: Context,
  { find = "", after = "" }: { find?: string; after?: string },
): Promise<{ rows: Suppression[]; next: string | null }> {
  authorize(ctx, "delivery:manage");
  const typed = find.trim().toLowerCase().slice(0, 320);
  const digits = typed.replace(/[\s().-]/g, "");
  const part = /^\+?\d+$/.test(digits) ? digits : typed;
  if (!`${part}${after}`.isWellFormed() || `${part}${after}`.includes("\0")) return { rows: [], next: null };
  const rows = await selectSuppressions(ctx.db, {
    orgId: ctx.org.id,
    part,
    after: after.slice(0, 320),
    limit: PAGE + 1,
  });
  const page = rows.slice(0, PAGE).map((row) => ({
    ...row,
    shown: displayAddress(row.address),
    createdAt: new Date(row.createdAt),
  }));
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.address ?? null) : null };
}

/**
 * Takes addresses from the list, so that their people can be written to again; nothing is sent by it. Recorded,
 * address by address. Admins. Refuses when none of them is on the list any more.
 */
export async function liftSuppressions(
  ctx: Context,
  input: z.output<typeof LiftSuppressions>,
): Promise<{ said: string }> {
  authorize(ctx, "delivery:manage");
  const lifted = await ctx.db.transaction(async (tx) => {
    const found = await deleteSuppressions(tx, { orgId: ctx.org.id, addresses: input.addresses });
    const where = { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId };
    const list = found.map((one) => ({ kind: "suppression_lifted" as const, data: { address: one } }));
    await recordActivity(tx, where, list);
    return found;
  });
  const [first, ...others] = lifted;
  if (!first) throw new DomainError("conflict", "These addresses are not blocked any more.");
  return {
    said:
      others.length === 0
        ? `${displayAddress(first)} can be written to again.`
        : `${lifted.length} addresses can be written to again.`,
  };
}
