import type { z } from "zod";
import type { Database } from "@/db/client";
import { type GroupSuggestion, selectGroupChoices, selectGroupsByName } from "@/db/queries/group-suggestions";
import { selectAudience } from "@/db/queries/people";
import type { WorkspaceContext } from "./context";
import { type Audience, othersThan, type SuggestPeople } from "./people";
import { authorize } from "./permissions";
import { isAddressLike } from "./recipient-shape";
import { sortKey } from "./text";

export type { GroupSuggestion };

const MOST_GROUPS = 6;

const kindsFor = { client: ["client_group"], internal: ["team"], any: ["client_group", "team"] } as const;

/**
 * At most six client groups and internal teams for what somebody is typing: names that begin with it,
 * then words of names. With a role only groups it is for, and where there are none the others. Groups of the workspace are among them,
 * marked. Clients and outsiders are refused.
 */
export async function suggestGroups(
  ctx: WorkspaceContext,
  { q, role }: z.output<typeof SuggestPeople>,
): Promise<GroupSuggestion[]> {
  authorize(ctx, "people:search");
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  const audience = role ? await selectAudience(ctx.db, at, role) : "any";
  return findGroups(ctx.db, at, { q, audience: audience ?? "any" });
}

/** As `suggestGroups`, for who has been authorized; also for a workspace that is not there yet (null). */
export async function findGroups(
  db: Database,
  at: { orgId: string; workspaceId: string | null },
  { q, audience }: { q: string; audience: Audience },
): Promise<GroupSuggestion[]> {
  const name = sortKey(q);
  if (!name || isAddressLike(name)) return [];
  const find = (kinds: readonly GroupSuggestion["kind"][]) =>
    selectGroupsByName(db, at, { name, kinds: [...kinds], limit: MOST_GROUPS });
  const found = await find(kindsFor[audience]);
  return found.length > 0 || audience === "any" ? found : find(kindsFor[othersThan[audience]]);
}

const MOST_CHOICES = 200;

/**
 * Groups to choose from a list, by kind and name, at most 200: those with people in them that are not in the
 * workspace yet. Clients and outsiders are refused.
 */
export async function listGroupChoices(ctx: WorkspaceContext): Promise<GroupSuggestion[]> {
  authorize(ctx, "people:search");
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  return selectGroupChoices(ctx.db, at, MOST_CHOICES);
}
