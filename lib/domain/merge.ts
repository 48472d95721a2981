import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { lockGroupsOf } from "@/db/queries/group-locks";
import { selectInvitations } from "@/db/queries/invitations";
import { lockMemberships, lockMergeContacts, type MergeContact, selectMergedInto } from "@/db/queries/merge";
import { contacts } from "@/db/schema";
import { recordActivity } from "./activity";
import { displayAddress } from "./address";
import { lockAdmins } from "./admins";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { inOneAct } from "./invite-write";
import { gatherInvitations, moveReferences, readdressInvitations } from "./merge-move";
import { type Merged, mergeRefusal, nameOf, namesApart, pairOf, planMerge } from "./merge-plan";
import { authorize } from "./permissions";
import { resendRows } from "./resend";
import { sortKey } from "./text";

export const MergeContacts = z.strictObject({ keep: z.uuid(), drop: z.uuid() });
type MergeContacts = z.output<typeof MergeContacts>;

export type MergeAnswer = {
  id: string;
  name: string;
  /** Places whose invitation goes to another address now and could not be sent there yet, and why. */
  unsent: string[];
};

/**
 * Makes one contact of two that are the same person, in one transaction: everything that refers to `drop` refers to
 * `keep` afterwards, what `keep` lacks comes from `drop`, and what finds no room is written into the record. Refuses
 * two accounts, two kinds, oneself as the one that goes. Merged the same way already, it answers so. Admins; afterwards
 * there is as many of them as before.
 */
export async function mergeContacts(ctx: Context, { keep, drop }: MergeContacts): Promise<MergeAnswer> {
  authorize(ctx, "contacts:merge");
  if (keep === drop) throw new DomainError("invalid", "Choose two different contacts. Nothing was changed.");
  return inOneAct(ctx.db, async (tx) => {
    await lockAdmins(tx, ctx);
    const two = await lockBoth(tx, ctx.org.id, [keep, drop]);
    const before = await mergedBefore(tx, ctx, two, drop);
    if (before) return before;
    const [kept, gone] = pairOf(two, keep, drop);
    const refused = mergeRefusal(ctx, kept, gone);
    if (refused) throw new DomainError("conflict", [refused, "Nothing was changed."].join(" "));
    const plan = planMerge(kept, gone);
    const pair = { orgId: ctx.org.id, keep, drop };
    await gatherInvitations(tx, pair, plan.person);
    await moveReferences(tx, pair);
    await writeContact(tx, pair, plan.person);
    const unsent = await reissue(tx, ctx, keep, plan);
    const [name, [, dropped]] = [nameOf(plan.person), namesApart(kept, gone)];
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId, contactId: keep },
      [
        {
          kind: "contacts_merged",
          data: { name, dropped, droppedId: drop, addresses: plan.lost.map(displayAddress), unsent },
        },
      ],
    );
    return { id: keep, name, unsent };
  });
}

/** What became of the one that goes when it was merged a moment ago; refuses where that was into somebody else. */
async function mergedBefore(
  tx: Database,
  ctx: Context,
  two: MergeContact[],
  drop: string,
): Promise<MergeAnswer | null> {
  if (two.some(({ id }) => id === drop)) return null;
  const into = await selectMergedInto(tx, ctx.org.id, drop);
  if (!into) return null;
  if (two.some(({ id }) => id === into.id)) return { id: into.id, name: nameOf(into), unsent: [] };
  throw new DomainError(
    "gone",
    `This contact was merged into ${nameOf(into)} a moment ago. Nothing was changed.`,
  );
}

/**
 * Nobody comes into a group or a workspace, or leaves one, while two become one: their groups are locked before them,
 * also those that one of them came into until then, and their memberships after them.
 */
async function lockBoth(tx: Database, orgId: string, ids: string[]) {
  await lockGroupsOf(tx, orgId, ids);
  const two = await lockMergeContacts(tx, orgId, ids);
  await lockGroupsOf(tx, orgId, ids);
  await lockMemberships(tx, orgId, ids);
  return two;
}

/** The dropped row goes first: its addresses and its account are unique. */
async function writeContact(
  tx: Database,
  { orgId, keep, drop }: { orgId: string; keep: string; drop: string },
  person: Merged["person"],
): Promise<void> {
  await tx.delete(contacts).where(and(eq(contacts.orgId, orgId), eq(contacts.id, drop)));
  await tx
    .update(contacts)
    .set({ ...person, sortKey: sortKey(nameOf(person)) })
    .where(and(eq(contacts.orgId, orgId), eq(contacts.id, keep)));
}

/** Sends what goes to another address now; answers the reasons for what could not be sent. */
async function reissue(tx: Database, ctx: Context, keep: string, { person }: Merged): Promise<string[]> {
  const moved = await readdressInvitations(tx, { orgId: ctx.org.id, keep }, person);
  if (moved.length === 0) return [];
  const places = await tx.execute<{ id: string; name: string }>(sql`
    select w.id, w.name from members m join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
    where m.org_id = ${ctx.org.id} and m.contact_id = ${keep} and w.archived_at is null`);
  const unsent: string[] = [];
  for (const place of [null, ...places]) {
    const ids = moved.filter(({ workspaceId }) => workspaceId === (place?.id ?? null)).map(({ id }) => id);
    if (ids.length === 0) continue;
    const rows = await selectInvitations(tx, { orgId: ctx.org.id, workspaceId: place?.id ?? null }, { ids });
    for (const { isSent, reason } of await resendRows(tx, ctx, rows))
      if (!isSent) unsent.push(`${place?.name ?? ctx.org.name}: ${reason}`);
  }
  return unsent;
}
