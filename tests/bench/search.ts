import { sql } from "drizzle-orm";
import { type Database, openDatabase } from "@/db/client";
import {
  type Branch,
  browse,
  type ContactCursor,
  type ContactFilter,
  holding,
  selectContacts,
  startingWith,
} from "@/db/queries/contacts";
import { selectWithin } from "@/db/queries/people";
import { seedBench } from "@/db/seed/bench/bench";
import { sizeFor } from "@/db/seed/bench/size";
import { timed } from "./timed";

const SEARCHES = 300;
const PAGES = 101;
const SUGGESTIONS = 8;
const PATIENCE_MILLISECONDS = 10_000;

/**
 * Searches and pages of the contact list, as SQL, warm, on 1,000,000 contacts or as many as BENCH_CONTACTS says:
 * beginnings of 1 to 10 letters, 3 to 8 letters from inside words, and a page far down beside the first.
 */
export async function benchSearch(url: string): Promise<string[]> {
  const contacts = Number(process.env.BENCH_CONTACTS || 1_000_000);
  const { db, close } = openDatabase(url, { max: 2 });
  const started = performance.now();
  const orgId = await seedBench(db, sizeFor(contacts));
  if (!orgId) throw new Error("The organization to search in exists already.");
  const seconds = Math.round((performance.now() - started) / 1_000);
  const lines = [
    `seed: ${contacts} contacts and what they need in ${seconds} s`,
    ...(await measure(db, orgId)),
  ];
  await close();
  return lines;
}

/** The lines of a seeded organization. */
export async function measure(db: Database, orgId: string): Promise<string[]> {
  const filter: ContactFilter = { orgId, kind: "client", state: null, company: null, group: null };
  const texts = await sampleKeys(db, orgId);
  const page = (tx: Database, branch: Branch, limit: number, cursor: ContactCursor | null = null) =>
    selectContacts(tx, filter, branch, { cursor, limit });
  const starts: number[] = [];
  const insides: number[] = [];
  for (const [i, text] of texts.entries()) {
    const start = text.slice(0, 1 + (i % 10));
    const [byName] = startingWith({ name: start, email: start, phone: null, words: [] });
    if (byName) starts.push(await timed(() => page(db, byName, SUGGESTIONS)));
    const last = text.split(" ").at(-1) ?? text;
    const length = Math.min(3 + (i % 6), last.length - 1);
    const from = 1 + (i % (last.length - length));
    const branch = holding({ name: "", email: "", phone: null, words: [last.slice(from, from + length)] });
    await selectWithin(db, PATIENCE_MILLISECONDS, async (tx) => {
      insides.push(await timed(() => page(tx, branch, SUGGESTIONS)));
      return [];
    });
  }
  return [
    `search: what begins with it, p50 / p95 ${p(starts, 50)} / ${p(starts, 95)} ms (goal 0.5 / 4)`,
    `search: inside words, p50 / p95 ${p(insides, 50)} / ${p(insides, 95)} ms (goal 5 / 33)`,
    await depth(db, filter, page),
  ];
}

async function depth(
  db: Database,
  { orgId }: ContactFilter,
  page: (tx: Database, branch: Branch, limit: number, cursor: ContactCursor | null) => Promise<unknown>,
): Promise<string> {
  const [branch] = browse("name", { state: null });
  const [last] = await db.execute<{ key: string; id: string; at: number }>(sql`
    with numbered as (select sort_key as key, id, row_number() over (order by sort_key, id)::int as at,
      count(*) over () as n from contacts where org_id = ${orgId} and kind = 'client')
    select key, id, at from numbered where at = (n * 0.99)::int`);
  if (!branch || !last) throw new Error("There is no page so far down.");
  const cursor = { rank: 0, keys: [last.key], id: last.id };
  const [first, deep]: [number[], number[]] = [[], []];
  for (let i = 0; i < PAGES; i++) {
    first.push(await timed(() => page(db, branch, 51, null)));
    deep.push(await timed(() => page(db, branch, 51, cursor)));
  }
  const ratio = (Number(p(deep, 50)) / Number(p(first, 50))).toFixed(2);
  return `pages: the first ${p(first, 50)} ms, at depth ${last.at} ${p(deep, 50)} ms, ratio ${ratio} (goal <= 1.5)`;
}

async function sampleKeys(db: Database, orgId: string): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select sort_key as key from contacts where org_id = ${orgId} and kind = 'client'
    order by md5(id::text) limit ${SEARCHES}`);
  return rows.map(({ key }) => key);
}

/** Of times in seconds, the one that so many percent are not above, in milliseconds. */
const p = (values: number[], percent: number): string =>
  (
    ([...values].sort((a, b) => a - b)[Math.floor((values.length * percent) / 100)] ?? Number.NaN) * 1_000
  ).toFixed(2);
