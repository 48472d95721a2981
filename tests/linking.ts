import { joinRequests, workspaceLinks } from "@/db/schema";
import { newId } from "@/lib/domain/id";
import { ChangeLink } from "@/lib/domain/link-shape";
import type { World } from "./cast";

type LinkValues = Partial<typeof workspaceLinks.$inferInsert>;

/** A link of the cast's workspace, made by Ines, that has been used as often as told. */
export async function makeLink(world: World, values: LinkValues = {}): Promise<string> {
  const id = newId();
  await world.db.insert(workspaceLinks).values({
    ...{ orgId: world.orgId, id, workspaceId: world.workspaceId, createdBy: world.id("ines") },
    expiresAt: new Date(Date.now() + 86_400_000),
    ...values,
  });
  return id;
}

/** Somebody who came by a link of the cast's workspace, and waits unless told otherwise. */
export async function makeRequest(
  world: World,
  link: string,
  values: Partial<typeof joinRequests.$inferInsert> = {},
): Promise<string> {
  const id = newId();
  await world.db.insert(joinRequests).values({
    ...{ orgId: world.orgId, id, workspaceId: world.workspaceId, linkId: link, status: "pending" },
    ...{ address: `${id}@acme.com`, kind: "email", expiresAt: new Date(Date.now() + 86_400_000) },
    ...values,
    closedAt: values.status && values.status !== "pending" ? new Date() : null,
  });
  return id;
}

/** The form of a link as a browser sends it: what is not told stays as a new link has it. */
export const linkForm = (link: string, fields: Record<string, string | undefined> = {}) =>
  ChangeLink.parse({
    ...{ link, access: "anyone", audience: "client", role: "", approval: "on", days: "", maxUses: "" },
    ...fields,
  });
