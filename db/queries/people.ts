import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { containing, isBetweenStarts } from "./starts";

/** `unproven`: has joined somewhere by a link that was handed over; comes in by an invitation, like who has no account. */
export type PersonState = "member" | "not_joined" | "has_account" | "unproven" | "no_account" | "deactivated";

/** A contact as the People field shows it. `name` falls back to nothing: an address is then all there is. */
export type PersonRow = {
  contact: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  kind: "internal" | "client";
  company: string | null;
  state: PersonState;
};

/** Where people are looked for: a workspace, or a group (null: one that is being made). */
export type PeoplePlace = { orgId: string } & ({ workspaceId: string } | { groupId: string | null });

/** Who is in a group is a member of it, joined or not. */
const columns = (at: PeoplePlace) => sql`
  c.id as contact, c.name, c.email, c.phone, c.kind, c.company,
  case
    when c.deactivated_at is not null then 'deactivated'
    when ${"groupId" in at ? sql`m.contact_id` : sql`m.joined_at`} is not null then 'member'
    when m.contact_id is not null then 'not_joined'
    when c.user_id is null then 'no_account'
    when exists (select from user_addresses u where u.user_id = c.user_id and u.verified_at is null) then 'unproven'
    else 'has_account'
  end as state
  from found f
  join contacts c on c.org_id = f.org_id and c.id = f.id
  left join ${"groupId" in at ? sql`group_members` : sql`members`} m on m.org_id = c.org_id and m.contact_id = c.id
    and ${"groupId" in at ? sql`m.group_id = ${at.groupId}::uuid` : sql`m.workspace_id = ${at.workspaceId}`}`;

type Column = "sort_key" | "email" | "phone";

/** Contacts whose name, e-mail or phone begins with the text: one short index range each. */
export async function selectPeopleByStart(
  db: Database,
  at: PeoplePlace,
  by: { name: string; email: string; phone: string | null; kinds: string[]; limit: number },
): Promise<PersonRow[]> {
  const range = (rank: number, column: Column, start: string, kinds: SQL) => sql`
    (select c.org_id, c.id, ${rank}::int as rank, c.sort_key from contacts c
     where c.org_id = ${at.orgId} and ${isBetweenStarts(column, start)} and ${kinds} order by c.${sql.identifier(column)} limit ${by.limit})`;
  const ofKinds = sql`c.kind = any(${sql.param(`{${by.kinds.join(",")}}`)}::text[])`;
  const ranges = by.kinds.map((kind) => range(0, "sort_key", by.name, sql`c.kind = ${kind}`));
  ranges.push(range(1, "email", by.email, ofKinds));
  if (by.phone) ranges.push(range(1, "phone", by.phone, ofKinds));
  return selectFound(db, at, sql.join(ranges, sql` union all `), by.limit);
}

/** A word in the texts that are indexed by trigrams: from three letters on, an index finds it. */
const hasTrigrams = (word: string) =>
  word.length >= 3 ? sql`c.search_text like ${containing(word)} and ` : sql``;

/** Contacts with a word of the name that begins with each of the words. Shorter ones read all keys. */
export async function selectPeopleByWords(
  db: Database,
  at: PeoplePlace,
  by: { words: string[]; kinds: string[]; limit: number },
): Promise<PersonRow[]> {
  const hits = by.words.map(
    (word) => sql`${hasTrigrams(word)}strpos(translate(' ' || c.sort_key, '-.''', '   '), ${` ${word}`}) > 0`,
  );
  return selectFound(db, at, scan(at, by, sql.join(hits, sql` and `)), by.limit);
}

/** Contacts that hold the text anywhere in name or e-mail. Less than three letters read all keys. */
export async function selectPeopleByPart(
  db: Database,
  at: PeoplePlace,
  by: { part: string; kinds: string[]; limit: number },
): Promise<PersonRow[]> {
  const hit = sql`${hasTrigrams(by.part)}(strpos(c.sort_key, ${by.part}) > 0 or strpos(c.email, ${by.part}) > 0)`;
  return selectFound(db, at, scan(at, by, hit), by.limit);
}

const scan = (at: PeoplePlace, by: { kinds: string[]; limit: number }, hit: SQL) => sql`
  (select c.org_id, c.id, 2 as rank, c.sort_key from contacts c
   where c.org_id = ${at.orgId} and c.kind = any(${sql.param(`{${by.kinds.join(",")}}`)}::text[]) and ${hit}
   order by c.sort_key limit ${by.limit})`;

async function selectFound(db: Database, at: PeoplePlace, hits: SQL, limit: number): Promise<PersonRow[]> {
  const rows = await db.execute<PersonRow>(sql`
    with hits as materialized (${hits}),
    found as (
      select org_id, id, min(rank) as rank, min(sort_key) as sort_key from hits
      group by org_id, id order by 3, 4, id limit ${limit}
    )
    select ${columns(at)} where c.org_id = ${at.orgId} order by f.rank, f.sort_key, c.id`);
  return [...rows];
}

/** The contacts that own these normalised addresses; one statement however many. */
export async function selectPeopleByAddress(
  db: Database,
  at: PeoplePlace,
  addresses: string[],
): Promise<PersonRow[]> {
  const rows = await db.execute<PersonRow>(sql`
    with wanted as materialized (
      select value collate "C" as address from json_array_elements_text(${JSON.stringify(addresses)}::json)
    ), found as (
      select c.org_id, c.id from wanted w join contacts c on c.org_id = ${at.orgId} and c.email = w.address
      union
      select c.org_id, c.id from wanted w join contacts c on c.org_id = ${at.orgId} and c.phone = w.address
    )
    select ${columns(at)} where c.org_id = ${at.orgId}`);
  return [...rows];
}

/** The audience of a role of the workspace; null when there is no such role. */
export async function selectAudience(
  db: Database,
  at: { orgId: string; workspaceId: string },
  roleId: string,
): Promise<"internal" | "client" | "any" | null> {
  const [row] = await db.execute<{ audience: "internal" | "client" | "any" }>(sql`
    select r.audience from roles r
    where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId} and r.id = ${roleId}`);
  return row?.audience ?? null;
}

/**
 * Runs a read that may take long and is given up after so many milliseconds: then nothing is found.
 */
export async function selectWithin<T>(
  db: Database,
  milliseconds: number,
  read: (tx: Database) => Promise<T[]>,
): Promise<T[]> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`);
      const rows = await read(tx);
      await tx.execute(sql`select set_config('statement_timeout', '0', true)`);
      return rows;
    });
  } catch (error) {
    if (isCancelled(error)) return [];
    throw error;
  }
}

/** PostgreSQL's `query_canceled`, as the driver or Drizzle reports it. */
function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "57014") || isCancelled(error.cause);
}
