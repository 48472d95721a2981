import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { recordActivity } from "./activity";
import { lockStandings } from "./admins";
import type { WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { placeOf } from "./flow";
import { authorize } from "./permissions";
import { assertManages } from "./workspace-settings";

export const HandOver = z.strictObject({
  to: z.uuid("Choose who becomes the owner."),
  from: z.uuid("This page is not what it was. Reload it and try again."),
});

const wrong = (to: string) =>
  new DomainError("invalid", "Please check the marked field. Nothing was changed.", { to });

/**
 * Makes another internal member, who has joined, the owner of the workspace; who owned it stays a member, and who was
 * here through a group only is a member by name from now on. Of handing over and removing or deactivating the new
 * owner at once, one happens. Refuses when somebody else owns it by now than the form showed. Owner and admins only.
 */
export async function handOver(
  ctx: WorkspaceContext,
  { to, from }: z.output<typeof HandOver>,
): Promise<{ name: string }> {
  authorize(ctx, "workspace:hand-over");
  assertManages(ctx, "handOver");
  const { orgId, workspaceId } = placeOf(ctx);
  return ctx.db.transaction(async (tx) => {
    await lockStandings(tx, orgId);
    const name = await keepAsMember(tx, { orgId, workspaceId, to });
    const [former] = await tx.execute<{ name: string }>(sql`
      update workspaces w set owner_id = ${to} from contacts c
      where w.org_id = ${orgId} and w.id = ${workspaceId} and w.owner_id = ${from} and w.archived_at is null
        and c.org_id = w.org_id and c.id = ${from}
      returning coalesce(c.name, c.email, c.phone) as name`);
    if (!former)
      throw new DomainError(
        "conflict",
        "The workspace was handed over or archived a moment ago. Nothing was changed. Reload the page to see.",
      );
    if (to !== from)
      await recordActivity(tx, { orgId, workspaceId, actorId: ctx.actor.contactId }, [
        { kind: "workspace_handed_over", data: { from: former.name, name } },
      ]);
    return { name };
  });
}

/** Locks the new owner's membership, which from now on hangs on no group, or says why they cannot own a workspace. */
async function keepAsMember(
  tx: Database,
  { orgId, workspaceId, to }: { orgId: string; workspaceId: string; to: string },
): Promise<string> {
  await tx.execute(sql`
    update members set is_direct = true
    where org_id = ${orgId} and workspace_id = ${workspaceId} and contact_id = ${to} and joined_at is not null`);
  const [member] = await tx.execute<{
    name: string;
    kind: "internal" | "client";
    isJoined: boolean;
    isActive: boolean;
  }>(sql`
    select coalesce(c.name, c.email, c.phone) as name, c.kind, m.joined_at is not null as "isJoined",
      c.deactivated_at is null as "isActive"
    from members m join contacts c on c.org_id = m.org_id and c.id = m.contact_id
    where m.org_id = ${orgId} and m.workspace_id = ${workspaceId} and m.contact_id = ${to}`);
  if (!member) throw wrong("This person is no longer a member. Choose somebody else.");
  if (member.kind === "client") throw wrong(`${member.name} is a client. Choose an internal user.`);
  if (!member.isActive) throw wrong(`${member.name} is deactivated. Choose somebody else.`);
  if (!member.isJoined) throw wrong(`${member.name} has not joined yet. Choose somebody who has.`);
  return member.name;
}
