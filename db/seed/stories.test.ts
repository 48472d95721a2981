import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { isOfInvitation } from "@/db/queries/invitation-kinds";
import { claimFresh } from "@/db/queries/outbox";
import { normaliseEmail, normalisePhone } from "@/lib/domain/address";
import { readOffer } from "@/lib/domain/offer";
import { isMessageSafe } from "@/lib/domain/text";
import { makeToken, newestKey } from "@/lib/domain/token";
import { claim } from "@/tests/claims";
import { inTransaction, openTestDatabase } from "@/tests/database";
import { tenantTables } from "@/tests/tenancy";
import { testKeys, testSms } from "@/tests/world";
import { seedDemo } from "./demo";

const { db } = await openTestDatabase();
let printed: { address: string; who: string }[];
let orgId: string;

beforeAll(async () => {
  printed = await seedDemo(db, testKeys);
  const [org] = await db.execute<{ id: string }>(sql`select id from organizations where slug = 'northwind'`);
  orgId = org?.id ?? "";
});

const count = async (query: ReturnType<typeof sql>) => (await db.execute<{ n: number }>(query))[0]?.n;

/** What every table holds, down to the last value. */
async function fingerprint() {
  const all = ["organizations", "users", "user_addresses", ...tenantTables];
  const rows = await Promise.all(
    all.map((table) =>
      db.execute(sql`/* every organization */ select ${table} as name, count(*)::int, md5(string_agg(t::text, '|' order by t::text)) as sum
        from ${sql.identifier(table)} t`),
    ),
  );
  return rows.map(([row]) => row);
}

test("one message waits to be tried again in some hours, and nothing else is to be sent, in any organization", async () => {
  const waiting = await db.execute(sql`/* every organization */
    select attempts, next_at > now() + interval '5 hours' as later from messages where state = 'queued'`);
  expect([...waiting]).toEqual([{ attempts: 2, later: true }]);
  expect(await count(sql`select count(*)::int as n from messages where org_id = ${orgId}`)).toBeGreaterThan(
    30,
  );
});

test("what waits is taken once its time has come", async () => {
  const { messages } = await inTransaction(db, async (tx) => {
    await tx.execute(
      sql`/* every organization */ update messages set next_at = now() where state = 'queued'`,
    );
    return claimFresh(tx, { ...claim(), limit: 10 });
  });
  expect(messages.map(({ attempts }) => attempts)).toEqual([3]);
});

test("an invitation has as many messages as it was sent times, and its latest one opens it", async () => {
  const rows = await db.execute<{
    id: string;
    organization: number;
    generation: number;
    keyId: number;
    sends: number;
    n: number;
  }>(sql`
    select i.id, i.generation, i.sends, count(m.id)::int as n, max((m."values" ->> 'organization')::int) as organization,
      max((m."values" ->> 'keyId')::int) as "keyId"
    from invitations i left join messages m on m.org_id = i.org_id and m.invitation_id = i.id and ${isOfInvitation(sql`m.kind`)}
      and (m."values" ->> 'expiresAt')::timestamptz <= i.expires_at
    where i.org_id = ${orgId} and i.status = 'pending' and i.expires_at > now() group by i.org_id, i.id`);
  expect(rows.length).toBeGreaterThan(10);
  for (const { id, organization, generation, keyId, sends, n } of rows) {
    expect(n).toBe(sends);
    expect(keyId).toBe(newestKey(testKeys));
    const token = makeToken(testKeys, keyId, "invite", { organization, id }, generation);
    expect((await readOffer({ db, keys: testKeys, sms: testSms, userId: null }, token)).state).toBe("open");
  }
});

test("a demo left running reminds people, and tells inviters what runs out, from half a day after it was made", async () => {
  const [schedule] = await db.execute(sql`
    select count(*)::int > 10 as "isLong", count(*) filter (where attend_at <= now() + interval '11 hours')::int as soon,
      count(*) filter (where attend_at is null or attend_at >= expires_at)::int as never,
      count(*) filter (where expiry_notice_at <> expires_at - interval '48 hours')::int as "notTwoDaysBefore",
      count(*) filter (where attend_at < expiry_notice_at)::int > 5 as "areReminded"
    from invitations where org_id = ${orgId} and status = 'pending' and expires_at > now()`);
  expect(schedule).toEqual({ isLong: true, soon: 0, never: 0, notTwoDaysBefore: 0, areReminded: true });
});

test("addresses are stored as the normaliser leaves them, and every name may stand in a message", async () => {
  const rows = await db.execute<{ name: string; email: string | null; phone: string | null }>(sql`
    select name, email, phone from contacts where org_id = ${orgId}
    union all select name, null, null from workspaces where org_id = ${orgId}
    union all select name, null, null from roles where org_id = ${orgId}`);
  for (const { name, email, phone } of rows) {
    expect(email && normaliseEmail(email)).toBe(email);
    expect(phone && normalisePhone(phone, "US")).toBe(phone);
    expect([...name].length <= 60 && isMessageSafe(name), name).toBe(true);
  }
  expect(rows.filter(({ email, phone }) => phone && !email).length).toBeGreaterThan(5);
});

test("every workspace has a story of the last weeks, told in order, with its latest event moving it up", async () => {
  const [told] = await db.execute(sql`
    select (select count(*)::int from activity where org_id = ${orgId} and at > now()) as "inTheFuture",
      (select count(*)::int from activity where org_id = ${orgId} and at < now() - interval '23 days') as "tooOld",
      (select count(*)::int from messages where org_id = ${orgId} and sent_at > now()) as "sentInTheFuture",
      (select count(*)::int from workspaces w where w.org_id = ${orgId} and w.active_at <>
        (select max(at) from activity a where a.org_id = w.org_id and a.workspace_id = w.id)) as "wrongOrder",
      (select count(*)::int from workspaces w where w.org_id = ${orgId} and (select count(*) from activity a
        where a.org_id = w.org_id and a.workspace_id = w.id) < 5) as "tooQuiet",
      (select count(*)::int from actions a join actions e on e.org_id = a.org_id and e.workspace_id = a.workspace_id
        and e.stage < a.stage where a.org_id = ${orgId} and a.completed_at is not null
        and (e.completed_at is null or e.completed_at >= a.completed_at)) as "doneOutOfTurn",
      (select count(*)::int from actions a join members m on m.org_id = a.org_id and m.workspace_id = a.workspace_id
        and m.contact_id = a.completed_by where a.org_id = ${orgId} and a.completed_at <= m.joined_at) as "doneBeforeJoining",
      (select count(*)::int from members m join contacts c on c.org_id = m.org_id and c.id = m.contact_id
        where m.org_id = ${orgId} and m.joined_at < c.joined_at) as "joinedTooEarly",
      (select count(*)::int from members m join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
        where m.org_id = ${orgId} and m.added_at < w.created_at) as "addedTooEarly"`);
  expect(told).toEqual({
    inTheFuture: 0,
    tooOld: 0,
    sentInTheFuture: 0,
    wrongOrder: 0,
    tooQuiet: 0,
    doneOutOfTurn: 0,
    doneBeforeJoining: 0,
    joinedTooEarly: 0,
    addedTooEarly: 0,
  });
});

test("a client group stands in a workspace while some of its people have not joined", async () => {
  const waiting = sql`select count(*)::int as n from workspace_groups g join groups c on c.org_id = g.org_id and c.id = g.group_id
    join group_members p on p.org_id = g.org_id and p.group_id = g.group_id
    join members m on m.org_id = g.org_id and m.workspace_id = g.workspace_id and m.contact_id = p.contact_id
    where g.org_id = ${orgId} and c.kind = 'client_group' and m.joined_at is null and not m.is_direct`;
  expect(await count(waiting)).toBe(2);
});

test("every group that stands in a workspace came in with an entry of its own", async () => {
  const untold = sql`select count(*)::int as n from workspace_groups g join groups c on c.org_id = g.org_id and c.id = g.group_id
    where g.org_id = ${orgId} and not exists (select from activity a where a.org_id = g.org_id
      and a.workspace_id = g.workspace_id and a.kind = 'group_added' and a.data ->> 'name' = c.name
      and date_trunc('milliseconds', a.at) = date_trunc('milliseconds', g.added_at))`;
  expect(await count(untold)).toBe(0);
  expect(
    await count(sql`select count(*)::int as n from workspace_groups where org_id = ${orgId}`),
  ).toBeGreaterThan(2);
});

test("people of a group that was added are members", async () => {
  const missing = sql`select count(*)::int as n from workspace_groups g join group_members p on p.org_id = g.org_id
    and p.group_id = g.group_id left join members m on m.org_id = g.org_id and m.workspace_id = g.workspace_id
    and m.contact_id = p.contact_id where g.org_id = ${orgId} and m.contact_id is null`;
  expect(await count(missing)).toBe(0);
});

test("a workspace has an open link that was used three times, and one person waits", async () => {
  const rows = await db.execute(sql`
    select l.uses, (select count(*)::int from join_requests j where j.org_id = l.org_id and j.link_id = l.id) as requests,
      (select count(*)::int from join_requests j where j.org_id = l.org_id and j.link_id = l.id
        and j.status = 'pending' and j.expires_at > now()) as waiting
    from workspace_links l where l.org_id = ${orgId} and l.paused_at is null and l.expires_at > now()`);
  expect([...rows]).toEqual([{ uses: 3, requests: 3, waiting: 1 }]);
});

test("seeding again, even twice at once, changes nothing and answers the same", async () => {
  const before = await fingerprint();
  expect(await Promise.all([seedDemo(db, testKeys), seedDemo(db, testKeys)])).toEqual([printed, printed]);
  expect(await fingerprint()).toEqual(before);
});
