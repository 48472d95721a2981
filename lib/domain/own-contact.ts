import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { contacts } from "@/db/schema";
import { recordActivity } from "./activity";
import { shownName } from "./address";
import type { Context } from "./context";

/** Changes one detail of one's own contact; recorded when it was another. */
export async function changeOwnContact(
  tx: Database,
  { org, actor: { contactId, name } }: Context,
  field: "name" | "language",
  values: Pick<Partial<typeof contacts.$inferInsert>, "name" | "sortKey" | "language">,
): Promise<void> {
  const isOther = sql`${contacts[field]} is distinct from ${values[field] ?? null}`;
  const changed = await tx
    .update(contacts)
    .set(values)
    .where(and(eq(contacts.orgId, org.id), eq(contacts.id, contactId), isOther))
    .returning({ id: contacts.id });
  if (changed.length === 0) return;
  await recordActivity(tx, { orgId: org.id, workspaceId: null, actorId: contactId, contactId }, [
    { kind: "contact_edited", data: { name: shownName(values.name ?? name), fields: [field] } },
  ]);
}
