import { sql } from "drizzle-orm";
import { contacts, groupMembers } from "@/db/schema";
import { newId } from "@/lib/domain/id";
import { sortKey } from "@/lib/domain/text";
import type { World } from "./cast";

/** Clients the organization knows and has never invited, in a group if one is named; answers their ids. */
export async function knowClients(world: World, group: string | null, emails: string[]): Promise<string[]> {
  const rows = emails.map((email) => ({
    orgId: world.orgId,
    id: newId(),
    kind: "client" as const,
    email,
    sortKey: sortKey(email),
  }));
  await world.db.insert(contacts).values(rows);
  const ids = rows.map(({ id }) => id);
  if (group)
    await world.db
      .insert(groupMembers)
      .values(ids.map((contactId) => ({ orgId: world.orgId, groupId: group, contactId })));
  return ids;
}

/** Who is in the workspace, by address: "(group)" where only a group brought them, "-" where they have not joined. */
export const people = async (world: World) =>
  (
    await world.db.execute<{ email: string; direct: boolean; joined: boolean }>(sql`
      select c.email, m.is_direct as direct, m.joined_at is not null as joined from members m
      join contacts c on c.org_id = m.org_id and c.id = m.contact_id
      where m.org_id = ${world.orgId} and m.workspace_id = ${world.workspaceId} order by c.email`)
  ).map(
    ({ email, direct, joined }) => `${email.split("@")[0]}${direct ? "" : " (group)"}${joined ? "" : " -"}`,
  );
