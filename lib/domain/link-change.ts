import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { selectRole } from "@/db/queries/roles";
import type { LinkPlace } from "@/db/queries/workspace-links";
import { workspaceLinks } from "@/db/schema";
import { type ActivityKind, recordActivity } from "./activity";
import type { Context } from "./context";
import { DomainError, notFound } from "./errors";
import { Domains } from "./link-domains";
import type { Change } from "./link-shape";
import { DEFAULT_DAYS } from "./link-shape";
import { isSame } from "./seen";

export type StoredLink = typeof workspaceLinks.$inferSelect;

/** Refuses who may not answer for a link that lets these people in. */
export type Guard = (audience: StoredLink["audience"]) => void;

const is = (at: LinkPlace, id: string) => and(eq(workspaceLinks.orgId, at.orgId), eq(workspaceLinks.id, id));

/** A link of this place, held against other changes until the transaction ends; any other id is not found. */
export async function lockLink(tx: Database, at: LinkPlace, id: string): Promise<StoredLink> {
  const [link] = await tx.select().from(workspaceLinks).where(is(at, id)).for("update");
  if (link?.workspaceId !== at.workspaceId) throw notFound();
  return link;
}

/** Writes that a link was made or changed; never the link itself. */
export const recordLink = (
  tx: Database,
  ctx: Context,
  at: LinkPlace,
  kind: Extract<ActivityKind, `link_${string}`>,
  fields: string[] = [],
) => recordActivity(tx, { ...at, actorId: ctx.actor.contactId }, [{ kind, data: { fields } }]);

const inDays = (days: number) => sql<Date>`now() + make_interval(days => ${days}::int)`;

/** What a new link is: people ask to join, for 30 days. */
export const newLink = (ctx: Context, at: LinkPlace, id: string) => ({
  ...at,
  id,
  expiresAt: inDays(DEFAULT_DAYS),
  createdBy: ctx.actor.contactId,
});

const words: Partial<Record<keyof StoredLink, string>> = {
  mode: "approval",
  audience: "kind of people",
  roleId: "role",
  domains: "domains",
  maxUses: "number of uses",
};

/**
 * Changes what a link grants, and only what differs from what was seen: what somebody else changed meanwhile stays.
 * Whoever does so answers for it from then on. Who changes nothing writes nothing.
 */
export async function changeLink(
  tx: Database,
  ctx: Context,
  { at, guard }: { at: LinkPlace; guard: Guard },
  input: Change,
): Promise<{ id: string }> {
  const link = await lockLink(tx, at, input.link);
  if (input.access === "off") return pauseLink(tx, ctx, at, link);
  refuseUnchosen(input);
  const wanted = merged(link, termsOf(input), input.seen && termsOf(input.seen));
  guard(link.audience);
  guard(wanted.audience);
  await refuseImpossible(tx, at, link, wanted);
  const fields = Object.keys(wanted) as (keyof typeof wanted)[];
  const changed = fields.filter((field) => !isSame(link[field], wanted[field]));
  const names = [...changed.flatMap((field) => words[field] ?? []), ...(input.days ? ["expiry"] : [])];
  if (names.length === 0) return { id: link.id };
  await tx
    .update(workspaceLinks)
    .set({
      ...wanted,
      createdBy: ctx.actor.contactId,
      ...(input.days && { expiresAt: inDays(input.days) }),
    })
    .where(is(at, link.id));
  await recordLink(tx, ctx, at, "link_changed", names);
  return { id: link.id };
}

type Terms = Pick<
  Extract<Change, { access: "anyone" | "domains" }>,
  "access" | "domains" | "approval" | "audience" | "role" | "maxUses"
>;

const termsOf = ({ access, domains, approval, audience, role, maxUses }: Terms): Wanted => ({
  mode: approval ? "request" : "join",
  audience,
  roleId: role,
  domains:
    access === "anyone" ? [] : Array.isArray(domains) ? domains : (Domains.safeParse(domains).data ?? []),
  maxUses,
});

function merged(link: StoredLink, typed: Wanted, seen: Wanted | undefined): Wanted {
  const of = <K extends keyof Wanted>(field: K) =>
    seen && isSame(typed[field], seen[field]) ? link[field] : typed[field];
  return {
    mode: of("mode"),
    audience: of("audience"),
    roleId: of("roleId"),
    domains: of("domains"),
    maxUses: of("maxUses"),
  };
}

/** Domains typed beside a choice that does not use them are no wish to let everybody in. */
function refuseUnchosen({ access, domains, seen }: Terms & { seen?: Terms }): void {
  if (access === "domains" || domains.length === 0 || domains === seen?.domains) return;
  const words = "Choose “Only people at” to use these domains, or empty the field.";
  throw new DomainError("invalid", `${words} Nothing was changed.`, { domains: words });
}

type Wanted = Pick<StoredLink, "mode" | "audience" | "roleId" | "domains" | "maxUses">;

function wrong(field: "approval" | "role" | "maxUses", words: string): DomainError {
  return new DomainError("invalid", `${words} Nothing was changed.`, { [field]: words });
}

async function refuseImpossible(tx: Database, at: LinkPlace, link: StoredLink, wanted: Wanted) {
  if (wanted.audience === "internal" && wanted.mode === "join" && wanted.domains.length === 0)
    throw wrong("approval", "Internal users join without approval only from domains that you name.");
  if (wanted.maxUses !== null && wanted.maxUses < link.uses)
    throw wrong(
      "maxUses",
      link.uses === 1
        ? "This link has been used once already. Allow at least 1."
        : `This link has been used ${link.uses} times already. Allow at least ${link.uses}.`,
    );
  if (!wanted.roleId) return;
  const { orgId, workspaceId } = at;
  const role = workspaceId && (await selectRole(tx, { orgId, workspaceId, roleId: wanted.roleId }));
  if (!role) throw wrong("role", "Choose a role of this workspace.");
  if (role.audience !== "any" && role.audience !== wanted.audience)
    throw wrong(
      "role",
      role.audience === "client"
        ? `${role.name} is a role for clients.`
        : `${role.name} is a role for internal users.`,
    );
}

async function pauseLink(tx: Database, ctx: Context, at: LinkPlace, link: StoredLink) {
  if (link.pausedAt) return { id: link.id };
  await tx.update(workspaceLinks).set({ pausedAt: sql`now()` }).where(is(at, link.id));
  await recordLink(tx, ctx, at, "link_changed", ["switch"]);
  return { id: link.id };
}

/** Switches a link on, in the name of who does it; one that has run out works for 30 days again. */
export async function turnOnLink(
  tx: Database,
  ctx: Context,
  { at, guard }: { at: LinkPlace; guard: Guard },
  id: string,
): Promise<{ id: string }> {
  const link = await lockLink(tx, at, id);
  guard(link.audience);
  if (!link.pausedAt && link.createdBy === ctx.actor.contactId) return { id };
  await tx
    .update(workspaceLinks)
    .set({
      pausedAt: null,
      createdBy: ctx.actor.contactId,
      expiresAt: sql`case when expires_at > now() then expires_at else ${inDays(DEFAULT_DAYS)} end`,
    })
    .where(is(at, id));
  await recordLink(tx, ctx, at, "link_changed", ["switch"]);
  return { id };
}

/** Makes the link that was seen dead, everywhere and at once, by raising its generation. Refuses if it is dead already. */
export async function refreshLink(
  tx: Database,
  ctx: Context,
  { at, guard }: { at: LinkPlace; guard: Guard },
  input: { link: string; generation: number },
): Promise<{ id: string }> {
  const link = await lockLink(tx, at, input.link);
  guard(link.audience);
  const refreshed = await tx
    .update(workspaceLinks)
    .set({ generation: sql`${workspaceLinks.generation} + 1`, createdBy: ctx.actor.contactId })
    .where(and(is(at, link.id), eq(workspaceLinks.generation, input.generation)))
    .returning({ id: workspaceLinks.id });
  if (refreshed.length === 0)
    throw new DomainError(
      "conflict",
      "Somebody refreshed this link a moment ago. Nothing was changed: the new link is shown here now.",
    );
  await recordLink(tx, ctx, at, "link_refreshed");
  return { id: link.id };
}
