import { z } from "zod";
import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import { selectRoles } from "@/db/queries/roles";
import { selectTemplate } from "@/db/queries/templates";
import { once } from "./commands";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { newId } from "./id";
import { fillRoles, type RolesFilled, type Wanted } from "./invite-roles";
import { inOneAct } from "./invite-write";
import { authorize, NEW_INTERNAL } from "./permissions";
import { dayAt, flowOn } from "./template-flow";
import { type Meant, type RoleAsked, readRolePeople } from "./template-people";
import { type Kept, revived } from "./template-started";
import type { RoleOutcome, Started, TemplateFlow } from "./template-views";
import { usable } from "./templates";
import { name } from "./text";
import type { Outcome } from "./views";
import { createWorkspace } from "./workspaces";

const person = z
  .string()
  .max(512, "Use at most 512 characters for each role.")
  .refine(
    (text) => text.isWellFormed() && !text.includes("\0"),
    "One of the roles contains characters that cannot be stored.",
  );

const listOf = <T extends z.ZodType>(entry: T) =>
  z.union([z.array(entry).max(50), entry.transform((one) => [one])]).default([]);

export const StartFromTemplate = z.strictObject({
  command: z.uuid("This form has lost its number. Reload the page."),
  template: z.uuid(),
  name: name("Give the workspace a name."),
  dueOn: z
    .union([z.iso.date(), z.literal("").transform(() => null)], "Enter a day such as 2026-11-25.")
    .optional(),
  /** The roles the form showed, so that what was typed reaches the role it stood beside. */
  roles: listOf(z.string().max(200)),
  people: listOf(person),
  kinds: listOf(z.enum(["client", "internal"])),
  /** The group that was chosen for the role, if one was. */
  groups: listOf(z.union([z.literal(""), z.uuid()])),
});
export type StartFromTemplate = z.output<typeof StartFromTemplate>;

/**
 * Makes a workspace from a template, due dates counted from today, and in the same act gives its roles to who was named
 * for them: whoever is no member is added or invited, once. A role whose person cannot be invited stays unassigned and
 * says why; the workspace is made all the same. One transaction, once a command. Refuses a template whose roles are not
 * those of the form any more.
 */
export async function startFromTemplate(ctx: Context, input: StartFromTemplate): Promise<Started> {
  authorize(ctx, "templates:use");
  const { started } = await inOneAct(ctx.db, (tx) =>
    once<Kept>(tx, ctx, input.command, () => start(tx, ctx, input)),
  );
  return revived(started);
}

async function start(tx: Database, ctx: Context, input: StartFromTemplate): Promise<Kept> {
  const reader = { orgId: ctx.org.id, contactId: ctx.actor.contactId };
  const template = await selectTemplate(tx, reader, input.template);
  if (!template) throw templateGone();
  const flow = usable(template.flow);
  refuseOthers(flow, input.roles);
  const asked = flow.roles.map(
    ({ audience }, i): RoleAsked => ({
      audience,
      text: input.people[i]?.trim() ?? "",
      kind: input.kinds[i] ?? "client",
      group: input.groups[i] || null,
    }),
  );
  const meant = await readRolePeople(tx, ctx, asked);
  const today = dayAt(await selectNow(tx), ctx.org.timeZone);
  const { id } = await createWorkspace(
    { ...ctx, db: tx },
    { command: newId(), name: input.name, dueOn: input.dueOn, flow: flowOn(today, flow) },
  );
  const workspace = { id, name: input.name, isMember: true, isOwner: true, isArchived: false };
  const roles = await selectRoles(tx, { orgId: ctx.org.id, workspaceId: id });
  const wanted = roles.flatMap((role, i): Wanted[] => {
    const recipient = meant[i];
    return recipient && typeof recipient === "object" ? [{ role, recipient }] : [];
  });
  const filled = await fillRoles(tx, { ...ctx, workspace }, wanted);
  const { sent, heldUntil } = filled;
  const told = roles.map((role, i) =>
    outcomeFor(role, { asked: asked[i]?.text ?? "", meant: meant[i] ?? null, filled }),
  );
  const started = {
    template: template.id,
    workspace: { id, name: input.name },
    roles: told,
    sent,
    heldUntil,
  };
  return { ...filled, started };
}

/** Its form may have been open while it was deleted. */
const templateGone = () =>
  new DomainError(
    "not_found",
    "This template is gone: it was deleted meanwhile. Nothing was made, and what you typed is still here. Copy what you need, then choose another template.",
  );

/** What was typed stands beside roles by their place: they must still be the ones the form showed. */
function refuseOthers({ roles }: TemplateFlow, shown: string[]): void {
  if (roles.length === shown.length && roles.every(({ name: one }, i) => one === shown[i])) return;
  throw new DomainError(
    "conflict",
    "The roles of this template were changed meanwhile. Nothing was made, and what you typed is still here. Look who fills which role, and send it again.",
  );
}

function outcomeFor(
  { id, name: title }: { id: string; name: string },
  { asked, meant, filled }: { asked: string; meant: Meant; filled: RolesFilled },
): RoleOutcome {
  const open = {
    ...{ role: id, name: title, asked, askFor: null, request: null },
    ...{ holder: null, status: null, reason: null, people: null },
  };
  if (typeof meant === "string") return { ...open, status: "invalid", reason: meant };
  const one = filled.assigned.find(({ role }) => role === id);
  if (!one) return open;
  const { name: who, status, reason, people } = one.outcome;
  return {
    ...open,
    holder: one.holder && who,
    askFor: reason === NEW_INTERNAL ? one.address : null,
    status,
    reason,
    people: people ? told(people) : null,
  };
}

/** How many people of a group are sent something, and why others could not be: each reason once. */
function told(people: Outcome[]): NonNullable<RoleOutcome["people"]> {
  const sent = people.filter(({ status }) => status === "invited" || status === "added").length;
  const unsent = people.filter(({ status, reason }) => reason && status !== "already_member");
  const reasons = [...new Set(unsent.flatMap(({ reason }) => reason ?? []))];
  return { count: people.length, sent, unsent: { count: unsent.length, reasons } };
}
