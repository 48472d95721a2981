import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { type DeactivationRow, selectForDeactivation } from "@/db/queries/deactivation";
import { lockGroupsOf } from "@/db/queries/group-locks";
import { messagesTo } from "@/db/queries/messages-to";
import { recordForEach } from "./activity";
import { lockAdmins } from "./admins";
import type { Context } from "./context";
import { DomainError, notFound } from "./errors";
import { letIn } from "./group-return";
import { idList } from "./id-list";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { MOST_RECIPIENTS } from "./recipients";

export const Contacts = z.strictObject({ contacts: idList(MOST_RECIPIENTS, "Choose at least one person.") });
type Contacts = z.output<typeof Contacts>;

/** What became of one person; `reason` says why nothing was done. */
export type ContactOutcome = { contact: string; name: string; reason: string | null };

/** What who is not in the contacts is called. */
export const SOMEBODY = "Somebody";

const GONE = "no longer in your contacts";

/**
 * Ends people's access at their next request and closes what was open to them: sessions, unless they belong to
 * another organization too, invitations, messages that wait. What they did and hold stays. Nobody deactivates
 * themselves, nor who owns a workspace; of two admins who deactivate each other one remains. One outcome each,
 * in order; statements do not grow with the list. Admins.
 */
export async function deactivateContacts(ctx: Context, { contacts }: Contacts): Promise<ContactOutcome[]> {
  authorize(ctx, "contacts:deactivate");
  return inOneAct(ctx.db, async (tx) => {
    await lockAdmins(tx, ctx);
    const rows = await selectForDeactivation(tx, ctx.org.id, contacts);
    const { outcomes, ready } = decide(contacts, rows, (row) => refusalOf(ctx, row));
    await tx.execute(
      sql`update contacts set deactivated_at = now() where org_id = ${ctx.org.id} and id = ${anyOf(ready)}`,
    );
    await endAccess(tx, ctx, ready);
    await recordForEach(tx, ctx, "contact_deactivated", outcomes.filter(isDone));
    return outcomes;
  });
}

/**
 * Lets deactivated people in again, with all that is still theirs, and into workspaces that their groups came into
 * meanwhile; they sign in anew. One outcome each. Admins.
 */
export async function reactivateContacts(ctx: Context, { contacts }: Contacts): Promise<ContactOutcome[]> {
  authorize(ctx, "contacts:deactivate");
  return inOneAct(ctx.db, async (tx) => {
    await lockAdmins(tx, ctx);
    await lockGroupsOf(tx, ctx.org.id, contacts);
    const rows = await selectForDeactivation(tx, ctx.org.id, contacts);
    const { outcomes, ready } = decide(contacts, rows, ({ isDeactivated }) =>
      isDeactivated ? null : "already active",
    );
    await tx.execute(
      sql`update contacts set deactivated_at = null where org_id = ${ctx.org.id} and id = ${anyOf(ready)}`,
    );
    await letIn(tx, ctx, { contacts: ready });
    await recordForEach(tx, ctx, "contact_reactivated", outcomes.filter(isDone));
    return outcomes;
  });
}

/** As `deactivateContacts` for one person whose page one stands on: a refusal is an error in words. */
export async function deactivateOne(ctx: Context, input: Contacts): Promise<{ name: string }> {
  authorize(ctx, "contacts:deactivate");
  return one(await deactivateContacts(ctx, input));
}

/** As `reactivateContacts` for one person. */
export async function reactivateOne(ctx: Context, input: Contacts): Promise<{ name: string }> {
  authorize(ctx, "contacts:deactivate");
  return one(await reactivateContacts(ctx, input));
}

function one([outcome]: ContactOutcome[]): { name: string } {
  if (!outcome) throw notFound();
  if (outcome.reason)
    throw new DomainError("conflict", `${outcome.name}: ${outcome.reason}. Nothing was changed.`);
  return { name: outcome.name };
}

const isDone = ({ reason }: ContactOutcome) => reason === null;

function decide(wanted: string[], rows: DeactivationRow[], refuse: (row: DeactivationRow) => string | null) {
  if (rows.length === 0) throw notFound();
  const known = new Map(rows.map((row) => [row.id, row]));
  const outcomes = [...new Set(wanted)].map((contact): ContactOutcome => {
    const row = known.get(contact);
    return row ? { contact, name: row.name, reason: refuse(row) } : { contact, name: SOMEBODY, reason: GONE };
  });
  return { outcomes, ready: outcomes.filter(isDone).map(({ contact }) => contact) };
}

function refusalOf(ctx: Context, { id, isDeactivated, owns }: DeactivationRow): string | null {
  if (id === ctx.actor.contactId) return "you cannot deactivate yourself; ask another admin";
  if (isDeactivated) return "already deactivated";
  return owns.length === 0 ? null : ownerWords(owns);
}

function ownerWords(owns: string[]): string {
  const names = owns.slice(0, 3).join(", ");
  const more = owns.length - 3;
  if (more > 0) return `owns ${names} and ${more} more; hand them over first`;
  return owns.length === 1 ? `owns ${names}; hand it over first` : `owns ${names}; hand them over first`;
}

async function endAccess(tx: Database, ctx: Context, ids: string[]): Promise<void> {
  await tx.execute(sql`
    delete from sessions s using contacts c
    where c.org_id = ${ctx.org.id} and c.id = ${anyOf(ids)} and s.user_id = c.user_id and not exists (
      select from contacts o where o.user_id = s.user_id and o.org_id <> c.org_id and o.deactivated_at is null)`);
  await tx.execute(sql`
    update invitations set status = 'revoked', closed_at = now()
    where org_id = ${ctx.org.id} and status = 'pending' and contact_id = ${anyOf(ids)}`);
  await tx.execute(sql`
    update messages set state = 'cancelled'
    where org_id = ${ctx.org.id} and state = 'queued' and attempts = 0 and lease_owner is null
      and id in (select t.id from contacts c cross join lateral ${messagesTo(sql`c.org_id`, sql`c.id`)} t
        where c.org_id = ${ctx.org.id} and c.id = ${anyOf(ids)})`);
}
