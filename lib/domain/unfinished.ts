import { and, sql } from "drizzle-orm";
import { selectRecipients } from "@/db/queries/recipients";
import { selectTakenNames, selectUnfinished, type Unfinished } from "@/db/queries/wizard";
import { drafts } from "@/db/schema";
import { type Address, parseAddress } from "./address";
import type { Context } from "./context";
import { type DraftKind, isPersonKind } from "./draft-details";
import { draftOperations, ownDraft } from "./drafts";
import { isId } from "./id";
import { authorize } from "./permissions";
import { sortKey } from "./text";

/** Of so many drafts that were left the newest is offered that has not been added since. */
const MOST_LOOKED_AT = 5;

/**
 * One's own newest draft of this kind from the last hours that was left unfinished; not one whose address or name has
 * come into the contacts since, however that happened.
 */
export async function findUnfinished(
  ctx: Context,
  kind: DraftKind,
): Promise<{ id: string; name: string } | null> {
  authorize(ctx, draftOperations[kind]);
  const by = { orgId: ctx.org.id, actorId: ctx.actor.contactId, kind, limit: MOST_LOOKED_AT };
  const list = await selectUnfinished(ctx.db, by);
  const added = list.length > 0 ? await selectAddedSince(ctx, kind, list) : new Set();
  const open = list.find(({ id }) => !added.has(id));
  return open ? { id: open.id, name: open.name } : null;
}

/** Which of the drafts are in the contacts; one that uses a contact was from the start, and stays. */
async function selectAddedSince(ctx: Context, kind: DraftKind, list: Unfinished[]): Promise<Set<string>> {
  if (!isPersonKind(kind)) {
    const keys = list.map(({ name }) => sortKey(name));
    const taken = await selectTakenNames(ctx.db, ctx.org.id, { kind, keys });
    return new Set(list.filter(({ name }) => taken.has(sortKey(name))).map(({ id }) => id));
  }
  const value = (typed: string | null, wanted: Address["kind"]) => {
    const read = typed ? parseAddress(typed, ctx.org.country) : null;
    return read?.ok && read.address.kind === wanted ? read.address.value : undefined;
  };
  const lookups = list.flatMap(({ email, phone, contact }, i) =>
    contact ? [] : [{ i, email: value(email, "email"), phone: value(phone, "phone") }],
  );
  const known = await selectRecipients(ctx.db, { orgId: ctx.org.id, workspaceId: null }, lookups);
  return new Set(known.flatMap(({ i }) => list[i]?.id ?? []));
}

/** "Discard": throws one's own unfinished draft away; any other draft stays, and nothing is said of it. */
export async function discardDraft(
  ctx: Context,
  { kind, draft }: { kind: DraftKind; draft: string },
): Promise<void> {
  authorize(ctx, draftOperations[kind]);
  if (!isId(draft)) return;
  await ctx.db
    .delete(drafts)
    .where(and(ownDraft(ctx, draft), sql`${drafts.kind} = ${kind} and ${drafts.data} -> 'added' is null`));
}
