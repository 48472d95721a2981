import { type SQL, sql } from "drizzle-orm";

/** Whether a contact holds the row of `roles`: by name, or as one of the group that does. */
export const isHeldBy = (contact: SQL): SQL => sql`(roles.holder_id = ${contact} or (
  roles.holder_group_id is not null and exists (select from group_members p
    where p.org_id = roles.org_id and p.group_id = roles.holder_group_id and p.contact_id = ${contact})))`;
