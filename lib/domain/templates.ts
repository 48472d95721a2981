import { and, eq, or, sql } from "drizzle-orm";
import { z } from "zod";
import { selectTemplate, type TemplateRow } from "@/db/queries/templates";
import { templates } from "@/db/schema";
import { once } from "./commands";
import type { Context } from "./context";
import { DomainError, notFound } from "./errors";
import { isId, newId } from "./id";
import { authorize } from "./permissions";
import { readFlow, TemplateFlow } from "./template-flow";
import type { TemplateView } from "./template-views";
import { name, paragraph, sortKey } from "./text";
import { json } from "./workspaces";

const TemplateDetails = z.strictObject({
  name: name("Give the template a name."),
  description: paragraph(500),
  visibility: z.enum(["private", "shared"], "Choose who sees the template."),
  flow: json.pipe(TemplateFlow),
});

const command = z.uuid("This form has lost its number. Reload the page.");

export const CreateTemplate = TemplateDetails.extend({ command });

/** Keeps roles and actions to make workspaces from; whoever creates it owns it. Internal users. */
export async function createTemplate(
  ctx: Context,
  { command: id, ...details }: z.output<typeof CreateTemplate>,
): Promise<{ id: string }> {
  authorize(ctx, "templates:create");
  return ctx.db.transaction((tx) => once(tx, ctx, id, () => write({ ...ctx, db: tx }, details)));
}

async function write(ctx: Context, details: z.output<typeof TemplateDetails>): Promise<{ id: string }> {
  const id = newId();
  await ctx.db.insert(templates).values({
    orgId: ctx.org.id,
    id,
    ownerId: ctx.actor.contactId,
    sortKey: sortKey(details.name),
    ...details,
  });
  return { id };
}

/** A template as its pages show it. One that is private is seen by its owner only; to all others it does not exist. */
export async function getTemplate(ctx: Context, id: string): Promise<TemplateView> {
  authorize(ctx, "templates:view");
  const { flow, ...row } = await readTemplate(ctx, id);
  return { ...row, flow: readFlow(flow), mayEdit: mayEdit(ctx, row) };
}

async function readTemplate(ctx: Context, id: string): Promise<TemplateRow> {
  const at = { orgId: ctx.org.id, contactId: ctx.actor.contactId };
  const row = isId(id) ? await selectTemplate(ctx.db, at, id) : null;
  if (!row) throw notFound();
  return row;
}

/** Its owner, and admins where it is shared. */
const mayEdit = (ctx: Context, { isMine }: { isMine: boolean }) => isMine || ctx.actor.isAdmin;

async function readOwn(ctx: Context, id: string): Promise<TemplateRow> {
  const row = await readTemplate(ctx, id);
  if (!mayEdit(ctx, row))
    throw new DomainError(
      "forbidden",
      "Only its owner and admins can change this template. Duplicate it to have one of your own.",
    );
  return row;
}

export const EditTemplate = TemplateDetails.extend({
  template: z.uuid(),
  /** The version that was read before. */
  version: z.string().regex(/^\d{1,15}$/, "This form is damaged. Reload the page."),
});

/**
 * Changes a template if it is still as it was read; else it says so and changes nothing. Workspaces made from it stay
 * as they are. Its owner and, where it is shared, admins; only its owner makes it private.
 */
export async function editTemplate(
  ctx: Context,
  { template: id, version, ...details }: z.output<typeof EditTemplate>,
): Promise<{ id: string }> {
  authorize(ctx, "templates:edit");
  const row = await readOwn(ctx, id);
  if (!row.isMine && details.visibility === "private") {
    const reason = "Only its owner can make a template private.";
    throw new DomainError("forbidden", `${reason} Nothing was changed.`, { visibility: reason });
  }
  const changed = await ctx.db
    .update(templates)
    .set({
      ...details,
      sortKey: sortKey(details.name),
      updatedAt: sql`greatest(clock_timestamp(), ${templates.updatedAt} + interval '1 millisecond')`,
    })
    .where(
      and(
        eq(templates.orgId, ctx.org.id),
        eq(templates.id, id),
        sql`(extract(epoch from ${templates.updatedAt}) * 1000)::bigint = ${version}::bigint`,
      ),
    )
    .returning({ id: templates.id });
  if (changed.length === 0)
    throw new DomainError(
      "conflict",
      "Somebody changed this template meanwhile. Nothing was saved, and what you typed is still here. Save again to put it in the place of their changes.",
    );
  return { id };
}

export const OneTemplate = z.strictObject({ template: z.uuid() });

/** Deletes a template for good; workspaces made from it stay. Its owner and, where it is shared, admins. */
export async function deleteTemplate(
  ctx: Context,
  { template: id }: z.output<typeof OneTemplate>,
): Promise<{ name: string }> {
  authorize(ctx, "templates:edit");
  await readOwn(ctx, id);
  const isSeen = or(eq(templates.visibility, "shared"), eq(templates.ownerId, ctx.actor.contactId));
  const [gone] = await ctx.db
    .delete(templates)
    .where(and(eq(templates.orgId, ctx.org.id), eq(templates.id, id), isSeen))
    .returning({ name: templates.name });
  if (!gone) throw notFound();
  return gone;
}

export const DuplicateTemplate = OneTemplate.extend({ command });

/** Makes a private copy of one's own of any template one sees, named as `say` has it. Refuses one whose flow is damaged. */
export async function duplicateTemplate(
  ctx: Context,
  { template: id, command: number }: z.output<typeof DuplicateTemplate>,
  say = (sentence: string) => sentence,
): Promise<{ id: string }> {
  authorize(ctx, "templates:create");
  return ctx.db.transaction((tx) =>
    once(tx, ctx, number, async () => {
      const inner = { ...ctx, db: tx };
      const { name: title, description, flow } = await readTemplate(inner, id);
      const copy = [...say(`Copy of ${title}`)].slice(0, 60).join("").trim();
      return write(inner, { name: copy, description, visibility: "private", flow: usable(flow) });
    }),
  );
}

/** The flow of a template that something is to be made from. */
export function usable(stored: unknown) {
  const flow = readFlow(stored);
  if (flow) return flow;
  throw new DomainError(
    "conflict",
    "The roles and actions of this template could not be read. Nothing was made; somebody who may edit it can enter them anew.",
  );
}
