import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

type Granting = {
  orgId: string;
  workspaceId: string | null;
  audience: "client" | "internal";
  /** Who made the link, or last changed what it grants. */
  createdBy: string;
};

/** Whether the contact `maker` may grant now what a link for `audience` grants; SQL, for reads of many links. */
export const grantsNow = (link: {
  orgId: unknown;
  workspaceId: unknown;
  audience: unknown;
  maker: unknown;
}) => sql`
  exists (select from contacts maker where maker.org_id = ${link.orgId} and maker.id = ${link.maker}
    and maker.kind = 'internal' and maker.deactivated_at is null and maker.joined_at is not null
    and (maker.is_admin or ${link.audience} = 'client')
    and (${link.workspaceId}::uuid is null or exists (
      select from members standing where standing.org_id = ${link.orgId} and standing.workspace_id = ${link.workspaceId}
        and standing.contact_id = maker.id and standing.joined_at is not null)))`;

/**
 * Whether who answers for a link may still grant what it grants: an internal user in good standing,
 * member of its workspace, and admin where it lets internal users in. If not, the link grants nothing.
 */
export async function mayStillGrant(tx: Database, link: Granting): Promise<boolean> {
  const { orgId, workspaceId, audience, createdBy: maker } = link;
  const [row] = await tx.execute<{ holds: boolean }>(
    sql`select ${grantsNow({ orgId: sql`${orgId}::uuid`, workspaceId: sql`${workspaceId}::uuid`, audience: sql`${audience}::text`, maker: sql`${maker}::uuid` })} as holds`,
  );
  return row?.holds === true;
}
