import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import {
  browse,
  type ContactFilter,
  type ContactSort,
  holding,
  selectContacts,
  startingWith,
} from "@/db/queries/contacts";
import { selectListed } from "@/db/queries/invitation-list";
import { selectVersions } from "@/db/queries/live";
import { useDatabase } from "@/tests/world";
import { seedBench } from "./bench";
import { sizeFor, sizes } from "./size";

const { db } = await useDatabase();

async function countOf(tx: Database, table: string, orgId: string, where = "true"): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql.raw(`select count(*)::int as n from ${table} where org_id = '${orgId}' and ${where}`),
  );
  return row?.n ?? 0;
}

/** What a read would do, as PostgreSQL explains it: the indexes it goes through. */
async function indexesOf(read: (tx: Database) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  const explaining = new Proxy(db, {
    get: (target, name) =>
      name === "execute"
        ? async (query: ReturnType<typeof sql>) => {
            const rows = await target.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
            plans.push(...rows.map((row) => row["QUERY PLAN"]));
            return [];
          }
        : Reflect.get(target, name),
  });
  await read(explaining);
  const used = plans.flatMap((line) => / on (contacts_\w+)| using (contacts_\w+)/.exec(line)?.slice(1) ?? []);
  expect(plans.filter((line) => /Seq Scan on contacts/.test(line))).toEqual([]);
  return [...new Set(used.filter((name) => name !== undefined))];
}

test("the made-up organization is as large as it says, once, and every list of it goes through an index", async () => {
  const id = (await seedBench(db, sizes.S)) ?? "";
  expect(await countOf(db, "contacts", id)).toBe(100);
  expect(await countOf(db, "workspaces", id)).toBe(20);
  expect(await countOf(db, "invitations", id, "status = 'pending'")).toBe(30);
  expect(await countOf(db, "contacts", id, "state = 'invited'")).toBe(30);
  expect(await countOf(db, "members", id, "joined_at is null")).toBeGreaterThanOrEqual(30);
  expect(await countOf(db, "messages", id)).toBe(30);
  expect(await seedBench(db, sizes.S)).toBeNull();

  await db.execute(sql.raw("truncate organizations, users cascade"));
  const orgId = (await seedBench(db, sizeFor(20_000))) ?? "";
  const list = async (filter: Partial<ContactFilter>, sort: ContactSort) => {
    const wanted = { orgId, kind: "client" as const, state: null, company: null, group: null, ...filter };
    const used = [];
    for (const branch of browse(sort, wanted))
      used.push(await indexesOf((tx) => selectContacts(tx, wanted, branch, { cursor: null, limit: 51 })));
    return used.flat();
  };
  expect(await list({}, "name")).toEqual(["contacts_by_name"]);
  expect(await list({}, "-name")).toEqual(["contacts_by_name"]);
  expect(await list({}, "-added")).toEqual(["contacts_by_added"]);
  expect(await list({}, "state")).toEqual([
    ...["contacts_email", "contacts_phone", "contacts_org_id_id_pk"],
    ...Array.from({ length: 4 }, () => "contacts_by_state"),
  ]);
  expect(await list({ state: "quiet" }, "name")).toEqual(["contacts_by_state"]);
  expect(await list({ company: "berlaberg foods" }, "name")).toEqual(["contacts_by_company"]);

  const search = { name: "kim b", email: "kim.b", phone: "+1201", words: ["olberg", "kim"] };
  const all = { orgId, kind: "client" as const, state: null, company: null, group: null };
  const indexes = [];
  for (const branch of [...startingWith(search), holding({ ...search, words: ["xolbergx"] })])
    indexes.push(...(await indexesOf((tx) => selectContacts(tx, all, branch, { cursor: null, limit: 51 }))));
  expect(indexes).toEqual([
    "contacts_by_name",
    "contacts_email",
    "contacts_phone",
    "contacts_by_company",
    "contacts_search",
  ]);

  const invited = {
    ...{ orgId, contactId: orgId, isAdmin: true, timeZone: "UTC", state: null, delivery: null, age: null },
    ...{ inviter: null, workspace: null, group: null, isInside: true },
    search: { ...search, words: ["xolbergx"] },
  };
  expect(await indexesOf((tx) => selectListed(tx, invited, { after: null, limit: 51 }))).toContain(
    "contacts_search",
  );

  const watch = { tokenHash: "", userId: orgId, orgId, contactId: orgId, workspaceId: null, personId: null };
  const [big] = await db.execute<{ id: string }>(sql`
    with one as (select id from groups where org_id = ${orgId} limit 1), people as (
      insert into group_members (org_id, group_id, contact_id)
      select c.org_id, one.id, c.id from contacts c, one where c.org_id = ${orgId} on conflict do nothing)
    select id from one`);
  await db.execute(sql.raw("analyze group_members"));
  for (const page of ["contacts", "group", "person"] as const)
    await indexesOf((tx) => selectVersions(tx, [{ ...watch, page, groupId: big?.id ?? "" }]));
}, 60_000);
