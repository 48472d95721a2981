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
