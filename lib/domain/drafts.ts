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

const own = (ctx: Context, id: string) =>
  and(eq(drafts.orgId, ctx.org.id), eq(drafts.actorId, ctx.actor.contactId), eq(drafts.id, id));

/** Keeps what was typed in the first step, and throws away one's own drafts of more than a week ago. */
export async function createDraft(
  ctx: Context,
  kind: DraftKind,
  data: PersonData | GroupData,
): Promise<{ id: string }> {
  authorize(ctx, draftOperations[kind]);
  const id = newId();
  await ctx.db.transaction(async (tx) => {
    await tx
      .delete(drafts)
      .where(
        and(
          eq(drafts.orgId, ctx.org.id),
          eq(drafts.actorId, ctx.actor.contactId),
          sql`${drafts.updatedAt} < now() - make_interval(days => ${KEPT_DAYS})`,
        ),
      );
    await tx.insert(drafts).values({ orgId: ctx.org.id, id, actorId: ctx.actor.contactId, kind, data });
  });
  return { id };
}

/** One's own draft of this kind. Somebody else's, another kind's and an unknown one are not found. */
export async function getDraft(ctx: Context, kind: DraftKind, id: string): Promise<Draft> {
  authorize(ctx, draftOperations[kind]);
  return readDraft(ctx.db, ctx, kind, id);
}

/** As `getDraft`, for who has been authorized. */
export async function readDraft(tx: Database, ctx: Context, kind: DraftKind, id: string): Promise<Draft> {
  if (!isId(id)) throw notFound();
  const [row] = await tx.select({ kind: drafts.kind, data: drafts.data }).from(drafts).where(own(ctx, id));
  if (row?.kind !== kind) throw notFound();
  return { choice: null, added: null, ...row.data, id, kind } as Draft;
}

/** Changes parts of one's own draft. */
export async function updateDraft(
  tx: Database,
  ctx: Context,
  id: string,
  data: Partial<PersonData | GroupData> & { choice?: Choice; added?: Added },
): Promise<void> {
  const changed = await tx
    .update(drafts)
    .set({ data: sql`${drafts.data} || ${JSON.stringify(data)}::jsonb`, updatedAt: sql`now()` })
    .where(own(ctx, id))
    .returning({ id: drafts.id });
  if (changed.length === 0) throw notFound();
}

/** One's own newest draft of this kind from the last hours that was left unfinished. */
export async function findUnfinished(
  ctx: Context,
  kind: DraftKind,
): Promise<{ id: string; name: string } | null> {
  authorize(ctx, draftOperations[kind]);
  const [row] = await ctx.db.execute<{ id: string; name: string }>(sql`
    select d.id, d.data #>> '{details,name}' as name from drafts d
    where d.org_id = ${ctx.org.id} and d.actor_id = ${ctx.actor.contactId} and d.kind = ${kind}
      and d.updated_at > now() - interval '12 hours' and d.data -> 'added' is null
    order by d.updated_at desc limit 1`);
  return row ?? null;
}

/** What one's own draft added, for the page of the contact it became; null for any other contact or draft. */
export async function findAdded(ctx: Context, draft: string, contact: string): Promise<Added | null> {
  authorize(ctx, "contacts:view");
  if (!isId(draft)) return null;
  const [row] = await ctx.db.select({ data: drafts.data }).from(drafts).where(own(ctx, draft));
  const added = row?.data.added as Added | undefined;
  return added?.contact === contact ? added : null;
}
