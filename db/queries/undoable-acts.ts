import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { undoableActs } from "@/db/schema";

export type ActKind = (typeof undoableActs.$inferSelect)["kind"];

type Own = { orgId: string; actorId: string; workspaceId: string };

/** The latest of one's own acts in a workspace that can be taken back: about how many, how long ago, and whether it has been. */
export async function selectLatestAct(
  db: Database,
  { orgId, actorId, workspaceId }: Own,
): Promise<{
  id: string;
  kind: ActKind;
  name: string;
  count: number;
  secondsAgo: number;
  isUndone: boolean;
} | null> {
  const [row] = await db
    .select({
      id: undoableActs.id,
      kind: undoableActs.kind,
      name: undoableActs.name,
      count: sql<number>`coalesce(json_array_length(${undoableActs.data}::json -> 'requests'), 1)::int`,
      secondsAgo: sql<number>`extract(epoch from now() - ${undoableActs.createdAt})::float8`,
      isUndone: sql<boolean>`${undoableActs.undoneAt} is not null`,
    })
    .from(undoableActs)
    .where(
      and(
        eq(undoableActs.orgId, orgId),
        eq(undoableActs.actorId, actorId),
        eq(undoableActs.workspaceId, workspaceId),
      ),
    )
    .orderBy(desc(undoableActs.id))
    .limit(1);
  return row ?? null;
}

/** Takes an act for undoing, once and only while it is young; null: it is gone, undone, or somebody else's. */
export async function claimAct(
  tx: Database,
  { orgId, actorId, workspaceId }: Own,
  by: { id: string; seconds: number },
): Promise<{ kind: ActKind; name: string; data: string } | null> {
  const [row] = await tx
    .update(undoableActs)
    .set({ undoneAt: sql`now()` })
    .where(
      and(
        eq(undoableActs.orgId, orgId),
        eq(undoableActs.actorId, actorId),
        eq(undoableActs.workspaceId, workspaceId),
        eq(undoableActs.id, by.id),
        isNull(undoableActs.undoneAt),
        sql`${undoableActs.createdAt} > now() - make_interval(secs => ${by.seconds})`,
      ),
    )
    .returning({ kind: undoableActs.kind, name: undoableActs.name, data: undoableActs.data });
  return row ?? null;
}
