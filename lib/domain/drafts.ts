import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { drafts } from "@/db/schema";
import type { Added } from "./added";
import type { Context } from "./context";
import type { DraftKind, GroupDraftDetails, PersonDetails, PersonKind } from "./draft-details";
import { isPersonKind } from "./draft-details";
import { notFound } from "./errors";
import type { Choice } from "./how";
import { isId, newId } from "./id";
import { authorize, type Operation } from "./permissions";

const KEPT_DAYS = 7;

export type PersonData = { details: PersonDetails; contact: string | null };
export type GroupData = { details: GroupDraftDetails };

type Common = { id: string; choice: Choice | null; added: Added | null };
export type PersonDraft = Common & { kind: PersonKind } & PersonData;
export type GroupDraft = Common & { kind: "client_group" | "team" } & GroupData;

/** What one person is about to add, between the steps of the wizard. */
export type Draft = PersonDraft | GroupDraft;

export const isPersonDraft = (draft: Draft): draft is PersonDraft => isPersonKind(draft.kind);

/** The operation that every step of the wizard needs. */
export const draftOperations = {
  client: "contacts:create",
  internal: "contacts:create-internal",
  client_group: "groups:create",
  team: "groups:create-team",
} as const satisfies Record<DraftKind, Operation>;

/** The draft with this id, if it is one's own. */
export const ownDraft = (ctx: Context, id: string) =>
  and(eq(drafts.orgId, ctx.org.id), eq(drafts.actorId, ctx.actor.contactId), eq(drafts.id, id));

/**
 * Keeps what was typed in the first step under the id that the wizard's address had from the start, or, where that is
 * somebody else's draft or a finished one, under another. Throws away one's own drafts of more than a week ago.
 */
export async function createDraft(
  ctx: Context,
  kind: DraftKind,
  data: PersonData | GroupData,
  id: string,
): Promise<{ id: string }> {
  authorize(ctx, draftOperations[kind]);
  const actorId = ctx.actor.contactId;
  const isMine = sql`${drafts.actorId} = ${actorId} and ${drafts.kind} = ${kind} and ${drafts.data} -> 'added' is null`;
  return ctx.db.transaction(async (tx) => {
    await tx
      .delete(drafts)
      .where(
        and(
          eq(drafts.orgId, ctx.org.id),
          eq(drafts.actorId, actorId),
          sql`${drafts.updatedAt} < now() - make_interval(days => ${KEPT_DAYS})`,
        ),
      );
    const row = { orgId: ctx.org.id, actorId, kind, data };
    const [kept] = await tx
      .insert(drafts)
      .values({ ...row, id })
      .onConflictDoUpdate({
        target: [drafts.orgId, drafts.id],
        set: { data, updatedAt: sql`now()` },
        setWhere: isMine,
      })
      .returning({ id: drafts.id });
    if (kept) return kept;
    const other = newId();
    await tx.insert(drafts).values({ ...row, id: other });
    return { id: other };
  });
}

/** One's own draft of this kind. Somebody else's, another kind's and an unknown one are not found. */
export async function getDraft(ctx: Context, kind: DraftKind, id: string): Promise<Draft> {
  authorize(ctx, draftOperations[kind]);
  return readDraft(ctx.db, ctx, kind, id);
}

/** The same for the first step, which may have kept nothing yet: null. What is no id is not found. */
export async function findDraft(ctx: Context, kind: DraftKind, id: string): Promise<Draft | null> {
  authorize(ctx, draftOperations[kind]);
  if (!isId(id)) throw notFound();
  const [row] = await ctx.db
    .select({ kind: drafts.kind, data: drafts.data })
    .from(drafts)
    .where(ownDraft(ctx, id));
  return row?.kind === kind ? ({ choice: null, added: null, ...row.data, id, kind } as Draft) : null;
}

/** As `getDraft`, for who has been authorized. */
export async function readDraft(tx: Database, ctx: Context, kind: DraftKind, id: string): Promise<Draft> {
  const draft = await findDraft({ ...ctx, db: tx }, kind, id);
  if (!draft) throw notFound();
  return draft;
}

/** Changes parts of one's own draft; of one that has been added only what was added, whoever is quicker. */
export async function updateDraft(
  tx: Database,
  ctx: Context,
  id: string,
  data: Partial<PersonData | GroupData> & { choice?: Choice; added?: Added },
): Promise<void> {
  const isOpen = data.added ? undefined : sql`${drafts.data} -> 'added' is null`;
  const changed = await tx
    .update(drafts)
    .set({ data: sql`${drafts.data} || ${JSON.stringify(data)}::jsonb`, updatedAt: sql`now()` })
    .where(and(ownDraft(ctx, id), isOpen))
    .returning({ id: drafts.id });
  if (changed.length === 0) throw notFound();
}

/** What one's own draft added, for the page of the contact it became; null for any other contact or draft. */
export async function findAdded(ctx: Context, draft: string, contact: string): Promise<Added | null> {
  authorize(ctx, "contacts:view");
  if (!isId(draft)) return null;
  const [row] = await ctx.db.select({ data: drafts.data }).from(drafts).where(ownDraft(ctx, draft));
  const added = row?.data.added as Added | undefined;
  return added?.contact === contact ? added : null;
}
