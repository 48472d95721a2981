import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ContactState, TabCounts } from "@/lib/domain/views";
import { selectWithin } from "./people";
import { beginsWith, containing, isBetweenStarts } from "./starts";

export type ContactSort = "name" | "-name" | "added" | "-added" | "state" | "-state";

/** Whom a list is narrowed to. `company` is the company's key; an unknown group has nobody in it. */
export type ContactFilter = {
  orgId: string;
  kind: "internal" | "client";
  state: ContactState | null;
  company: string | null;
  group: string | null;
};

/** What each column begins with, and the words that are looked for inside when none does. */
export type ContactSearch = { name: string; email: string; phone: string | null; words: string[] };

export type ContactJson = {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  isAdmin: boolean;
  state: ContactState;
  workspaces: number;
  addedAt: number;
};

/** One index range in its order: `rank` before all of a higher rank, then `keys`, then id. */
export type Branch = {
  rank: number;
  keys: SQL[];
  hit: SQL;
  isDescending?: boolean;
  /** Only who has come so far. */
  state?: ContactState;
};

/** Where the last page ended. */
export type ContactCursor = { rank: number; keys: string[]; id: string };

const enumerated = (value: string) => sql.raw(`'${value}'`);

/** Looked up row by row in the index of suppressions, so that lists keep the order of theirs. */
export const isBounced = sql`exists (select from suppressions s where s.org_id = c.org_id and s.reason = 'bounced'
  and s.address in (c.email collate "default", c.phone collate "default") offset 0)`;

/** Small sets are where a list begins; everybody else comes in the order of an index. */
function sourceOf({ orgId, group, state }: ContactFilter): SQL {
  if (group)
    return sql`(select g.contact_id as id from group_members g where g.org_id = ${orgId} and g.group_id = ${group} offset 0) v
      join contacts c on c.org_id = ${orgId} and c.id = v.id`;
  if (state !== "bounced") return sql`contacts c`;
  const by = (column: string) => sql`select b.id from suppressions s
    join contacts b on b.org_id = s.org_id and b.${sql.identifier(column)} = s.address collate "C"
    where s.org_id = ${orgId} and s.reason = 'bounced'`;
  return sql`(select id from (${by("email")} union ${by("phone")}) u offset 0) v
    join contacts c on c.org_id = ${orgId} and c.id = v.id`;
}

/** Kinds and states stand in the statement as they are: the planner knows how many there are of each. */
function conditionOf({ orgId, kind, company, state }: ContactFilter): SQL {
  const parts = [sql`c.org_id = ${orgId}`, sql`c.kind = ${enumerated(kind)}`];
  if (company) parts.push(sql`c.company_key = ${company}`);
  if (state === "joined" || state === "deactivated") parts.push(sql`c.state = ${enumerated(state)}`);
  if (state === "quiet" || state === "invited")
    parts.push(sql`c.state = ${enumerated(state)} and not ${isBounced}`);
  if (state === "bounced") parts.push(sql`c.state in ('quiet', 'invited') and ${isBounced}`);
  return sql.join(parts, sql` and `);
}

const NAME = sql`c.sort_key`;
const ADDED = sql`c.created_at`;

const sorted: Record<Exclude<ContactSort, "state" | "-state">, Omit<Branch, "rank" | "hit">> = {
  name: { keys: [NAME] },
  "-name": { keys: [NAME], isDescending: true },
  added: { keys: [ADDED] },
  "-added": { keys: [ADDED], isDescending: true },
};

/** What needs a look comes first, and within each state the name decides. */
const byState: ContactState[] = ["bounced", "invited", "quiet", "joined", "deactivated"];

/** The whole list in one order; by state it is one list after the other. */
export function browse(sort: ContactSort, { state: only }: Pick<ContactFilter, "state">): Branch[] {
  if (sort !== "state" && sort !== "-state") return [{ rank: 0, hit: sql`true`, ...sorted[sort] }];
  const states = sort === "state" ? byState : byState.toReversed();
  return states
    .map((state, rank) => ({ rank, state, hit: sql`true`, ...sorted.name }))
    .filter(({ state }) => !only || state === only);
}

const within = (filter: ContactFilter, { state }: Branch): ContactFilter =>
  state ? { ...filter, state } : filter;

export const INSIDE_RANK = 4;

/** Who begins with the text: by name, then e-mail, phone and company; everybody once, in the first of them. */
export function startingWith({ name, email, phone }: ContactSearch): Branch[] {
  const columns = [
    { rank: 0, column: "sort_key", start: name, keys: [NAME] },
    { rank: 1, column: "email", start: email, keys: [sql`c.email`] },
    ...(phone ? [{ rank: 2, column: "phone", start: phone, keys: [sql`c.phone`] }] : []),
    { rank: 3, column: "company_key", start: name, keys: [sql`c.company_key`, NAME] },
  ];
  return columns.map(({ rank, column, start, keys }, i) => {
    const earlier = columns.slice(0, i).map((one) => sql` and not ${beginsWith(one.column, one.start)}`);
    return { rank, keys, hit: sql`${isBetweenStarts(column, start)}${sql.join(earlier)}` };
  });
}

/** Who holds each of the words somewhere in name, addresses or company. */
export function holding({ words }: ContactSearch): Branch {
  const hits = words.map((word) => sql`c.search_text like ${containing(word)}`);
  return { rank: INSIDE_RANK, keys: [NAME], hit: sql.join(hits, sql` and `) };
}

const orderOf = ({ keys, isDescending }: Branch) =>
  sql.join(
    [...keys, sql`c.id`].map((key) => (isDescending ? sql`${key} desc` : key)),
    sql`, `,
  );

function afterIn({ keys, isDescending }: Branch, cursor: ContactCursor): SQL {
  const at = cursor.keys.map((key, i) =>
    keys[i] === ADDED ? sql`to_timestamp(${key}::float8 / 1000)::timestamptz(3)` : sql`${key}::text`,
  );
  const place = sql`(${sql.join([...keys, sql`c.id`], sql`, `)})`;
  const mark = sql`(${sql.join([...at, sql`${cursor.id}::uuid`], sql`, `)})`;
  return isDescending ? sql`${place} < ${mark}` : sql`${place} > ${mark}`;
}

export type FoundContact = ContactJson & { rank: number; keys: string[] };

const keyText = (key: SQL) =>
  key === ADDED ? sql`((extract(epoch from c.created_at) * 1000)::bigint)::text` : key;

/** The next rows of one branch, behind the cursor. */
export async function selectContacts(
  db: Database,
  filter: ContactFilter,
  branch: Branch,
  { cursor, limit }: { cursor: ContactCursor | null; limit: number },
): Promise<FoundContact[]> {
  const rows = await db.execute<ContactJson & { keys: string[] }>(sql`
    with page as materialized (
      select c.* from ${sourceOf(within(filter, branch))}
      where ${conditionOf(within(filter, branch))} and ${branch.hit} and ${cursor ? afterIn(branch, cursor) : sql`true`}
      order by ${orderOf(branch)} limit ${sql.raw(String(limit))}
    )
    select c.id, c.name, c.email, c.phone, c.company, c.is_admin as "isAdmin",
      case when c.state in ('quiet', 'invited') and ${isBounced} then 'bounced' else c.state end as state,
      (select count(*)::int from members m where m.org_id = c.org_id and m.contact_id = c.id) as workspaces,
      (extract(epoch from c.created_at) * 1000)::float8 as "addedAt",
      json_build_array(${sql.join(branch.keys.map(keyText), sql`, `)}) as keys
    from page c order by ${orderOf(branch)}`);
  return rows.map((row) => ({ ...row, rank: branch.rank }));
}

/** The ids of one branch in its order, at most `limit`. */
export async function selectContactIds(
  db: Database,
  filter: ContactFilter,
  branch: Branch,
  limit: number,
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select c.id from ${sourceOf(within(filter, branch))}
    where ${conditionOf(within(filter, branch))} and ${branch.hit}
    order by ${orderOf(branch)} limit ${sql.raw(String(limit))}`);
  return rows.map(({ id }) => id);
}

const IN_ORDER_MILLISECONDS = 150;
const BY_TRIGRAMS_MILLISECONDS = 400;

/**
 * Runs a search inside words: as the planner likes best, which may be through the list in its order until enough
 * rows are found; where that takes too long, through the trigrams. Given up after about half a second.
 */
export async function selectInside<T>(db: Database, read: (tx: Database) => Promise<T[]>): Promise<T[]> {
  const found = await selectWithin(db, IN_ORDER_MILLISECONDS, read);
  if (found.length > 0) return found;
  return selectWithin(db, BY_TRIGRAMS_MILLISECONDS, async (tx) => {
    await tx.execute(sql`set local enable_indexscan = off`);
    const rows = await read(tx);
    await tx.execute(sql`set local enable_indexscan = on`);
    return rows;
  });
}

/** How many there are of each tab, none counted further than 1,001. */
export async function countTabs(db: Database, orgId: string): Promise<TabCounts> {
  const capped = (table: "contacts" | "groups", kind: string) => sql`(select count(*)::int from (
    select from ${sql.raw(table)} where org_id = ${orgId} and kind = ${enumerated(kind)} limit 1001) t)`;
  const [row] = await db.execute<TabCounts>(sql`
    select ${capped("contacts", "client")} as clients, ${capped("contacts", "internal")} as internal,
      ${capped("groups", "client_group")} as groups, ${capped("groups", "team")} as teams`);
  return row ?? { clients: 0, internal: 0, groups: 0, teams: 0 };
}
