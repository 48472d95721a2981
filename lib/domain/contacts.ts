import { selectContact, selectContactHistory } from "@/db/queries/contact-page";
import {
  browse,
  type ContactCursor,
  type FoundContact,
  holding,
  INSIDE_RANK,
  selectContactIds,
  selectContacts,
  selectInside,
  countTabs as selectTabCounts,
  startingWith,
} from "@/db/queries/contacts";
import { selectGroupNames, selectGroups } from "@/db/queries/group-list";
import { displayAddress } from "./address";
import {
  type ContactsInput,
  type ContactsQuery,
  filterOf,
  readContactsQuery,
  searchOf,
} from "./contact-filter";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { notFound } from "./errors";
import { isId } from "./id";
import { authorize, can } from "./permissions";
import { sortKey } from "./text";
import type { ContactHistory, ContactRow, ContactView, GroupRow, TabCounts } from "./views";

export const CONTACTS_PAGE = 50;
/** Counts go no further than this; 1001 means "more than 1,000". */
const MOST_COUNTED = 1_001;

/** How many there are in each tab, capped at 1,001. */
export async function countTabs(ctx: Context): Promise<TabCounts> {
  authorize(ctx, "contacts:view");
  return selectTabCounts(ctx.db, ctx.org.id);
}

/**
 * One page of clients or internal users: in the order asked for, or, for a search, who begins with it
 * by name, e-mail, phone and company, and only when nobody does, who holds its words somewhere.
 * `next` is the cursor behind the page, `matches` how many the filter finds, capped at 1,001.
 */
export async function listContacts(
  ctx: Context,
  input: ContactsInput,
): Promise<{ rows: ContactRow[]; next: string | null; matches: number }> {
  authorize(ctx, "contacts:view");
  const query = readContactsQuery(input);
  const filter = filterOf(ctx, query);
  const search = searchOf(ctx, query);
  const cursor = readContactCursor(input.after, query);
  const limit = CONTACTS_PAGE + 1;
  const found: FoundContact[] = [];
  for (const branch of search ? startingWith(search) : browse(query.sort, filter)) {
    if (branch.rank < (cursor?.rank ?? 0) || found.length === limit) continue;
    const at = branch.rank === cursor?.rank ? cursor : null;
    found.push(
      ...(await selectContacts(ctx.db, filter, branch, { cursor: at, limit: limit - found.length })),
    );
  }
  const isInside = cursor ? cursor.rank === INSIDE_RANK : found.length === 0;
  if (search && search.words.length > 0 && isInside)
    found.push(
      ...(await selectInside(ctx.db, (tx) => selectContacts(tx, filter, holding(search), { cursor, limit }))),
    );
  const page = found.slice(0, CONTACTS_PAGE);
  const last = page.at(-1);
  const isWhole = !cursor && found.length < limit;
  return {
    rows: page.map(rowOf),
    next: found.length === limit && last ? writeCursor([last.rank, ...last.keys].join("\t"), last.id) : null,
    matches: isWhole
      ? page.length
      : (await listContactIds(ctx, { ...query, sort: "name", most: MOST_COUNTED })).length,
  };
}

/** Where a page begins. A cursor of another order, or of nothing, is the beginning. */
function readContactCursor(text: string | undefined, { find, sort }: ContactsQuery): ContactCursor | null {
  const cursor = readCursor(text);
  const [rank = "", ...keys] = cursor?.key.split("\t") ?? [];
  const isByState = sort.endsWith("state");
  if (!cursor || !/^[0-4]$/.test(rank) || (!find && rank !== "0" && !isByState)) return null;
  const isPair = Boolean(find) && rank === "3";
  if (keys.length !== (isPair ? 2 : 1)) return null;
  if (!find && sort.endsWith("added") && !/^\d{1,14}$/.test(keys[0] ?? "")) return null;
  return { rank: Number(rank), keys, id: cursor.id };
}

const rowOf = ({ rank: _, keys: __, ...row }: FoundContact): ContactRow => ({
  ...row,
  name: row.name ?? displayAddress(row.email ?? row.phone ?? ""),
  phone: row.phone && displayAddress(row.phone),
  addedAt: new Date(row.addedAt),
});

/**
 * The ids of the contacts that a list's filter finds, in its order, at most `most` of them: what an act
 * on "all that match" is about.
 */
export async function listContactIds(
  ctx: Context,
  { most, ...input }: { [K in keyof ContactsInput]?: string | null } & { most: number },
): Promise<string[]> {
  authorize(ctx, "contacts:view");
  const given = Object.entries(input).filter(([, value]) => value !== null);
  const query = readContactsQuery(Object.fromEntries(given));
  const filter = filterOf(ctx, query);
  const search = searchOf(ctx, query);
  const ids: string[] = [];
  for (const branch of search ? startingWith(search) : browse(query.sort, filter))
    if (ids.length < most) ids.push(...(await selectContactIds(ctx.db, filter, branch, most - ids.length)));
  if (search && search.words.length > 0 && ids.length === 0)
    ids.push(...(await selectInside(ctx.db, (tx) => selectContactIds(tx, filter, holding(search), most))));
  return ids;
}

/** One page of client groups or internal teams by name, narrowed to those whose name holds the text. */
export async function listGroups(
  ctx: Context,
  input: ContactsInput,
): Promise<{ rows: GroupRow[]; next: string | null }> {
  authorize(ctx, "groups:view");
  const { tab, find, sort } = readContactsQuery(input);
  const found = await selectGroups(
    ctx.db,
    { orgId: ctx.org.id, kind: tab === "teams" ? "team" : "client_group", find: sortKey(find) || null },
    { isDescending: sort === "-name", after: readCursor(input.after), limit: CONTACTS_PAGE + 1 },
  );
  const page = found.slice(0, CONTACTS_PAGE);
  const last = page.at(-1);
  return {
    rows: page.map(({ sortKey: _, managers, ...row }) => ({ ...row, managers: managers ?? [] })),
    next: found.length > CONTACTS_PAGE && last ? writeCursor(last.sortKey, last.id) : null,
  };
}

/** Groups that the tab's list can be narrowed to: the first 200 by name. */
export async function listGroupNames(
  ctx: Context,
  input: ContactsInput,
): Promise<{ id: string; name: string }[]> {
  authorize(ctx, "groups:view");
  const { tab, group } = readContactsQuery(input);
  const kind = tab === "internal" ? "team" : "client_group";
  return selectGroupNames(ctx.db, { orgId: ctx.org.id, kind, chosen: group });
}

const HISTORY = 50;

/** One contact, with what happened around them. Unknown and foreign ones do not exist. */
export async function getContact(
  ctx: Context,
  { contact }: { contact: string },
): Promise<ContactView & { history: ContactHistory }> {
  authorize(ctx, "contacts:view");
  const by = { orgId: ctx.org.id, contactId: contact, viewerId: ctx.actor.contactId };
  if (!isId(contact)) throw notFound();
  const [row, history] = await Promise.all([
    selectContact(ctx.db, by),
    selectContactHistory(ctx.db, { ...by, limit: HISTORY }),
  ]);
  if (!row) throw notFound();
  const { accountAddresses, workspaces, ...rest } = row;
  const own = [row.email, row.phone].filter((address) => address !== null);
  return {
    ...rest,
    shownPhone: row.phone && displayAddress(row.phone),
    addedAt: new Date(row.addedAt),
    invitedAt: dateOf(row.invitedAt),
    joinedAt: dateOf(row.joinedAt),
    deactivatedAt: dateOf(row.deactivatedAt),
    workspaces: workspaces.map((one) => ({ ...one, addedAt: new Date(one.addedAt) })),
    mayEdit:
      row.kind === "client" || row.id === ctx.actor.contactId || can("contacts:edit-internal", ctx.actor),
    lockedAddresses: own.filter((address) => accountAddresses?.includes(address)),
    history: historyOf(history),
  };
}

const dateOf = (at: number | null) => (at === null ? null : new Date(at));

function historyOf({
  invitations,
  messages,
  activity,
}: Awaited<ReturnType<typeof selectContactHistory>>): ContactHistory {
  return {
    invitations: invitations.map((one) => ({
      ...one,
      address: displayAddress(one.address),
      invitedAt: new Date(one.invitedAt),
      expiresAt: new Date(one.expiresAt),
      closedAt: dateOf(one.closedAt),
    })),
    messages: messages.map((one) => ({
      ...one,
      address: displayAddress(one.address),
      at: new Date(one.at),
    })),
    activity: activity.map((one) => ({ ...one, at: new Date(one.at) })),
  };
}
