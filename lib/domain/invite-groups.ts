import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type LockedGroup, lockGroups, selectGroupPeople } from "@/db/queries/group-locks";
import { recordActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { outcomeOf } from "./invite-act";
import { belonging, type Candidate, type Planned } from "./invite-plan";
import { MOST_RECIPIENTS, type RecipientInput } from "./recipients";
import type { Outcome } from "./views";

/** A group among the recipients: who comes with it, or why it cannot come. */
export type Expanded = {
  id: string;
  group: LockedGroup | null;
  refused: string | null;
  candidates: Candidate[];
};

/**
 * The groups among the recipients with everybody in them, locked so that who belongs does not change
 * meanwhile. Who is in two of the groups comes once. Two statements.
 */
export async function expandGroups(
  tx: Database,
  ctx: WorkspaceContext,
  people: RecipientInput[],
): Promise<Expanded[]> {
  const ids = [...new Set(people.flatMap((one) => ("group" in one ? [one.group] : [])))];
  if (ids.length === 0) return [];
  const at = { orgId: ctx.org.id, contactId: ctx.actor.contactId };
  const groups = new Map((await lockGroups(tx, at, ids)).map((group) => [group.id, group]));
  const rows = await selectGroupPeople(tx, ctx.org.id, ids);
  const taken = new Set<string>();
  return ids.map((id) => {
    const inside = rows.filter(({ groupId }) => groupId === id);
    const group = groups.get(id) ?? null;
    const refused = refusalOf(group, inside.length);
    const fresh = refused ? [] : inside.filter(({ contactId }) => !taken.has(contactId));
    for (const { contactId } of fresh) taken.add(contactId);
    return { id, group, refused, candidates: fresh.map(({ contactId }) => belonging(contactId, id)) };
  });
}

function refusalOf(group: LockedGroup | null, size: number): string | null {
  if (!group) return "this group no longer exists";
  if (size === 0) return "has nobody in it yet; add people to it first";
  if (size <= MOST_RECIPIENTS) return null;
  return `has more than ${MOST_RECIPIENTS.toLocaleString("en")} people; split it first`;
}

/** Notes that the groups belong to the workspace from now on; answers which did not before. */
export async function addGroups(tx: Database, ctx: WorkspaceContext, groups: Expanded[]): Promise<string[]> {
  const wanted = groups.filter(({ refused }) => !refused).map(({ id }) => id);
  if (wanted.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    insert into workspace_groups (org_id, workspace_id, group_id, added_by)
    select ${ctx.org.id}, ${ctx.workspace.id}, value::uuid, ${ctx.actor.contactId}
    from json_array_elements_text(${JSON.stringify(wanted)}::json)
    on conflict do nothing returning group_id as id`);
  const added = rows.map(({ id }) => id);
  const names = new Map(groups.map(({ id, group }) => [id, group?.name ?? ""]));
  await recordActivity(
    tx,
    { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
    added.map((id) => ({ kind: "group_added", data: { name: names.get(id) } })),
  );
  return added;
}

/** What a group is called that is not there. */
export const NO_GROUP = "This group";

/** What became of a group as a whole, and of each of its people. */
export function groupOutcome({ id, group, refused }: Expanded, plan: Planned[]): Outcome {
  const name = group?.name ?? NO_GROUP;
  if (refused) return { input: id, name, status: "invalid", reason: refused, invitationId: null };
  const people = plan.filter(({ via }) => via === id).map(outcomeOf);
  const statuses = new Set(people.map(({ status }) => status));
  const status = statuses.has("invited") ? "invited" : "added";
  return { input: id, name, status, reason: null, invitationId: null, people };
}
