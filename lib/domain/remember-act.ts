import type { Database } from "@/db/client";
import { undoableActs } from "@/db/schema";
import type { WorkspaceContext } from "./context";
import { newId } from "./id";
import type { UndoableData } from "./undoable-views";

/** Keeps, in the transaction of an act, what taking it back will need; `name` is whom or what it was about. */
export async function rememberAct<K extends keyof UndoableData>(
  tx: Database,
  ctx: WorkspaceContext,
  { kind, name, data }: { kind: K; name: string; data: UndoableData[K] },
): Promise<void> {
  await tx.insert(undoableActs).values({
    orgId: ctx.org.id,
    id: newId(),
    actorId: ctx.actor.contactId,
    workspaceId: ctx.workspace.id,
    ...{ kind, name, data: JSON.stringify(data) },
  });
}
