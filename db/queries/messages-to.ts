import { type SQL, sql } from "drizzle-orm";
import { isOfInvitation } from "./invitation-kinds";

/** Whom a message `m` is to: who its invitation is for, otherwise who it names; nobody while it is a stranger's. */
export const recipientOf = sql`coalesce(m.contact_id,
  (select i.contact_id from invitations i where i.org_id = m.org_id and i.id = m.invitation_id))`;

/** All messages to a contact, as a table: those of their invitations, and those that name them. */
export const messagesTo = (orgId: SQL, contactId: SQL): SQL => sql`(
  select n.* from messages n where n.org_id = ${orgId} and n.contact_id = ${contactId}
  union all
  select n.* from invitations o join messages n on n.org_id = o.org_id and n.subject_id = o.id and ${isOfInvitation(sql`n.kind`)}
  where o.org_id = ${orgId} and o.contact_id = ${contactId})`;
