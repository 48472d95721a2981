import { type SQL, sql } from "drizzle-orm";

/** Whether a message is an invitation's own: the invitation itself, or a reminder of it. */
export const isOfInvitation = (kind: SQL): SQL => sql`${kind} in ('invitation', 'invitation_reminder')`;
