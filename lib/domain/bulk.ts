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
import { authorize, can } from "./permissions";
import { sortKey } from "./text";

export const bulkActs = ["workspace", "group", "invite", "deactivate"] as const;
export type BulkAct = (typeof bulkActs)[number];

/** How many there are to choose from before one has to search. */
const MOST_CHOICES = 200;

/** What the page of an act on many people shows before it is done. */
export type BulkView = {
  contacts: string[];
  /** More than one act can take: then nobody is listed. */
  isTooMany: boolean;
  /** The first names, for who looks before they act. */
  names: string[];
  kind: "internal" | "client" | "both";
  workspaces: WorkspaceChoice[];
  groups: GroupChoice[];
  /** There is more to choose from than is shown. */
  isCut: boolean;
};

const NAMES = 5;

const GROUPS_FOR = {
  internal: ["team"],
  client: ["client_group"],
  both: ["client_group", "team"],
} satisfies Record<BulkView["kind"], GroupChoice["kind"][]>;

/**
 * Who an act on many would be about, and what it needs to know: for "workspace" one's own workspaces, for
 * "group" the groups one may change and that are for people like these. Ids that are nobody's here are left out, so that nobody may be left. Refuses the deactivation to who is no
 * admin.
 */
export async function getBulk(
  ctx: Context,
  { act, chosen, find }: { act: BulkAct | null; chosen: Chosen; find?: string },
): Promise<BulkView> {
  authorize(ctx, act === "deactivate" ? "contacts:deactivate" : "contacts:view");
  const ids = await listChosen(ctx, chosen);
  const people = await selectPeople(ctx.db, ctx.org.id, ids ?? []);
  const at = { orgId: ctx.org.id, contactId: ctx.actor.contactId, isAdmin: ctx.actor.isAdmin };
  const by = { find: sortKey((find ?? "").slice(0, 100).replaceAll("\0", "").toWellFormed()) || null };
  const limit = MOST_CHOICES + 1;
  const kinds = new Set(people.map(({ kind }) => kind));
  const kind = kinds.size > 1 ? "both" : (people[0]?.kind ?? "client");
  const [workspaces, groups] = await Promise.all([
    act === "workspace" ? selectWorkspaceChoices(ctx.db, at, { ...by, limit }) : [],
    act === "group" ? selectGroupChoices(ctx.db, at, { ...by, limit, kinds: GROUPS_FOR[kind] }) : [],
  ]);
  return {
    contacts: people.map(({ id }) => id),
    isTooMany: ids === null,
    names: people.slice(0, NAMES).map(({ name }) => displayAddress(name)),
    kind,
    workspaces: workspaces.slice(0, MOST_CHOICES),
    groups: groups.slice(0, MOST_CHOICES),
    isCut: Math.max(workspaces.length, groups.length) > MOST_CHOICES,
  };
}

/** Which acts to offer. */
export const bulkActsFor = (ctx: Context): BulkAct[] =>
  bulkActs.filter((act) => act !== "deactivate" || can("contacts:deactivate", ctx.actor));
