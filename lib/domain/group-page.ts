import { selectDeletedGroup } from "@/db/queries/group-list";
import {
  type GroupHead,
  type GroupPerson,
  selectCandidates,
  selectGroupHead,
  selectGroupPage,
} from "@/db/queries/group-page";
import { selectManagers } from "@/db/queries/wizard";
import { displayAddress } from "./address";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { notFound } from "./errors";
import { isId } from "./id";
import { authorize, can } from "./permissions";
import { sortKey } from "./text";
import type { Face } from "./views";

const PAGE = 50;
/** Whom a list offers as managers; those who are, are always among them. */
const MOST_COLLEAGUES = 200;

export type GroupView = Omit<GroupHead, "isManager"> & {
  page: Omit<GroupPerson, "sortKey">[];
  next: string | null;
  /** Contacts that match what is searched for, to be added. */
  found: { id: string; name: string; address: string; company: string | null }[];
  /** Whom an admin may choose as managers. */
  colleagues: Face[];
  may: { editPeople: boolean; edit: boolean; delete: boolean };
};

/**
 * A group as its page shows it: who is in it, 50 a page by name, who has not joined, where it has been added, and
 * what the asker may do. With `find`, contacts of its kind who are not in it. Internal users.
 */
export async function getGroup(
  ctx: Context,
  input: { group: string; after?: string; find?: string },
): Promise<GroupView> {
  authorize(ctx, "groups:view");
  if (!isId(input.group)) throw notFound();
  const at = { orgId: ctx.org.id, groupId: input.group };
  const head = await selectGroupHead(ctx.db, { ...at, contactId: ctx.actor.contactId });
  if (!head) throw notFound();
  const { isManager, ...group } = head;
  const may = {
    editPeople: ctx.actor.isAdmin || isManager,
    edit: can("groups:edit", ctx.actor),
    delete: can("groups:delete", ctx.actor),
  };
  const [rows, found, colleagues] = await Promise.all([
    selectGroupPage(ctx.db, at, { after: cursorOf(input.after), limit: PAGE + 1 }),
    may.editPeople ? findCandidates(ctx, head, input.find) : [],
    may.edit
      ? selectManagers(ctx.db, ctx.org.id, { chosen: ids(head.managers), limit: MOST_COLLEAGUES })
      : [],
  ]);
  const last = rows.slice(0, PAGE).at(-1);
  return {
    ...group,
    waiting: group.waiting.map(displayAddress),
    page: rows.slice(0, PAGE).map(({ sortKey: _, ...row }) => shown(row)),
    next: rows.length > PAGE && last ? writeCursor(last.sortKey, last.id) : null,
    found: found.map((one) => shown(one)),
    colleagues,
    may,
  };
}

const ids = (list: Face[]) => list.map(({ id }) => id);

function cursorOf(after: string | undefined) {
  const cursor = readCursor(after);
  return cursor && isId(cursor.id) ? cursor : null;
}

/** Addresses as people write them; who has no name goes by theirs. */
function shown<T extends { name: string; address: string }>(row: T): T {
  const address = displayAddress(row.address);
  return { ...row, address, name: row.name === row.address ? address : row.name };
}

async function findCandidates(ctx: Context, head: GroupHead, find = "") {
  const typed = find.slice(0, 100).replaceAll("\0", "").toWellFormed();
  const name = sortKey(typed);
  if (!name) return [];
  return selectCandidates(
    ctx.db,
    { orgId: ctx.org.id, groupId: head.id },
    { kind: head.kind === "team" ? "internal" : "client", name, email: typed.trim().toLowerCase() },
  );
}

/** What the group was called that the asker deleted a moment ago; null when that is long past. Internal users. */
export async function findDeletedGroup(ctx: Context): Promise<string | null> {
  authorize(ctx, "groups:view");
  return selectDeletedGroup(ctx.db, { orgId: ctx.org.id, actorId: ctx.actor.contactId });
}
