import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Context } from "./context";
import { DomainError } from "./errors";

/**
 * Lets one change of who is an admin happen after the other in an organization, and refuses who is none any more by
 * the time it is their turn: so whoever acts remains, and there is always an admin.
 */
export async function lockAdmins(tx: Database, ctx: Context): Promise<void> {
  await lockStandings(tx, ctx.org.id);
  const [row] = await tx.execute<{ isAdmin: boolean }>(sql`
    select c.is_admin and c.deactivated_at is null and c.user_id is not null as "isAdmin"
    from contacts c where c.org_id = ${ctx.org.id} and c.id = ${ctx.actor.contactId}`);
  if (!row?.isAdmin) throw new DomainError("forbidden", "You are no longer an admin. Nothing was changed.");
}

/** Lets one change of who may do what in an organization, or of who owns something there, follow the other. */
export async function lockStandings(tx: Database, orgId: string): Promise<void> {
  await tx.execute(sql`select id from organizations where id = ${orgId} for no key update`);
}
