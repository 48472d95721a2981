import {
  type GroupChoice,
  selectGroupChoices,
  selectPeople,
  selectWorkspaceChoices,
  type WorkspaceChoice,
} from "@/db/queries/bulk";
import { displayAddress } from "./address";
import { type Chosen, listChosen } from "./chosen";
import type { Context } from "./context";
import { notFound } from "./errors";
import { authorize, can } from "./permissions";
import { sortKey } from "./text";

export const bulkActs = ["workspace", "group", "invite", "deactivate"] as const;
export type BulkAct = (typeof bulkActs)[number];

/** How many there are to choose from before one has to search. */
const MOST_CHOICES = 200;

/** What the page of an act on many people shows before it is done. */
export type BulkView = {
  contacts: string[];
  /** The first names, for who looks before they act. */
  names: string[];
  kind: "internal" | "client" | "both";
  workspaces: WorkspaceChoice[];
  groups: GroupChoice[];
  /** There is more to choose from than is shown. */
  isCut: boolean;
};

const NAMES = 5;

/**
 * Who an act on many would be about, and what it needs to know: for "workspace" one's own workspaces, for
 * "group" the groups one may change. Refuses the deactivation to who is no admin, and lists that are too long.
 */
export async function getBulk(
  ctx: Context,
  { act, chosen, find }: { act: BulkAct | null; chosen: Chosen; find?: string },
): Promise<BulkView> {
  authorize(ctx, act === "deactivate" ? "contacts:deactivate" : "contacts:view");
  const people = await selectPeople(ctx.db, ctx.org.id, await listChosen(ctx, chosen));
  if (people.length === 0) throw notFound();
  const at = { orgId: ctx.org.id, contactId: ctx.actor.contactId, isAdmin: ctx.actor.isAdmin };
  const by = { find: sortKey((find ?? "").slice(0, 100).replaceAll("\0", "").toWellFormed()) || null };
  const limit = MOST_CHOICES + 1;
  const [workspaces, groups] = await Promise.all([
    act === "workspace" ? selectWorkspaceChoices(ctx.db, at, { ...by, limit }) : [],
    act === "group" ? selectGroupChoices(ctx.db, at, { ...by, limit }) : [],
  ]);
  const kinds = new Set(people.map(({ kind }) => kind));
  return {
    contacts: people.map(({ id }) => id),
    names: people.slice(0, NAMES).map(({ name }) => displayAddress(name)),
    kind: kinds.size > 1 ? "both" : (people[0]?.kind ?? "client"),
    workspaces: workspaces.slice(0, MOST_CHOICES),
    groups: groups.slice(0, MOST_CHOICES),
    isCut: Math.max(workspaces.length, groups.length) > MOST_CHOICES,
  };
}

/** Which acts to offer. */
export const bulkActsFor = (ctx: Context): BulkAct[] =>
  bulkActs.filter((act) => act !== "deactivate" || can("contacts:deactivate", ctx.actor));
