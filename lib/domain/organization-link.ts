import { sql } from "drizzle-orm";
import type { z } from "zod";
import { workspaceLinks } from "@/db/schema";
import { once } from "./commands";
import type { Context } from "./context";
import { newId } from "./id";
import { changeLink, newLink, recordLink, refreshLink, turnOnLink } from "./link-change";
import { readLinks, readUses } from "./link-read";
import type { NewLink, OneLink, OrganizationChange, RefreshLink } from "./link-shape";
import type { LinkUses, LinkView } from "./link-views";
import { authorize } from "./permissions";

const placeOf = (ctx: Context) => ({ orgId: ctx.org.id, workspaceId: null });

/** Everything here is for admins, who may let internal users in. */
const here = (ctx: Context) => ({ at: placeOf(ctx), guard: () => undefined });

/** The organization's invite link for internal users; null until it has been made. Admins. */
export async function getOrganizationLink(ctx: Context): Promise<LinkView | null> {
  authorize(ctx, "organization-link:manage");
  const [link] = await readLinks(placeOf(ctx), ctx, () => null);
  return link ?? null;
}

/** Who came by the organization's invite link, newest first, 50 a page. Admins. */
export async function listOrganizationLinkUses(ctx: Context, after?: string): Promise<LinkUses> {
  authorize(ctx, "organization-link:manage");
  const link = await getOrganizationLink(ctx);
  return link ? readUses(link.id, ctx, after) : { list: [], next: null };
}

/** Makes the organization's invite link, by which internal users ask to join; there is only ever one. Admins. */
export async function createOrganizationLink(
  ctx: Context,
  input: z.output<typeof NewLink>,
): Promise<{ id: string }> {
  authorize(ctx, "organization-link:manage");
  return ctx.db.transaction((tx) =>
    once(tx, ctx, input.command, async () => {
      const at = placeOf(ctx);
      await tx.execute(sql`select from organizations where id = ${at.orgId} for no key update`);
      const [there] = await tx.execute<{ id: string }>(
        sql`select id from workspace_links where org_id = ${at.orgId} and workspace_id is null`,
      );
      if (there) return { id: there.id };
      const id = newId();
      await tx.insert(workspaceLinks).values({ ...newLink(ctx, at, id), audience: "internal" });
      await recordLink(tx, ctx, at, "link_created");
      return { id };
    }),
  );
}

/** Changes or switches off the organization's invite link. Joining without approval needs domains. Admins. */
export async function changeOrganizationLink(
  ctx: Context,
  input: OrganizationChange,
): Promise<{ id: string }> {
  authorize(ctx, "organization-link:manage");
  const change = input.access === "off" ? input : { ...input, audience: "internal" as const, role: null };
  return ctx.db.transaction((tx) => changeLink(tx, ctx, here(ctx), change));
}

/** Switches the organization's invite link on again, in one's own name. Admins. */
export async function turnOnOrganizationLink(
  ctx: Context,
  { link }: z.output<typeof OneLink>,
): Promise<{ id: string }> {
  authorize(ctx, "organization-link:manage");
  return ctx.db.transaction((tx) => turnOnLink(tx, ctx, here(ctx), link));
}

/** Replaces the organization's invite link: the one that was seen is dead everywhere at once. Admins. */
export async function refreshOrganizationLink(
  ctx: Context,
  input: z.output<typeof RefreshLink>,
): Promise<{ id: string }> {
  authorize(ctx, "organization-link:manage");
  return ctx.db.transaction((tx) => refreshLink(tx, ctx, here(ctx), input));
}
