import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { INSTALLATION, newId } from "@/lib/domain/id";
import { inOpenWorld, inWorld, useDatabase, type World } from "@/tests/world";
import { forgetPast } from "./forget";

await useDatabase();

/** One row of each kind, so old: as ours, and of somebody signed in. */
async function writeRows({ db, orgId, id, userOf }: World, tag: string, age: string) {
  const at = sql`now() - ${age}::interval`;
  const [ada, key] = [id("ada"), `recipient:email:${tag}@acme.example`];
  for (const statement of [
    sql`insert into limits (org_id, key, max, window_seconds, count, window_started_at) values (${orgId}, ${key}, 5, 86400, 1, ${at})`,
    sql`insert into sessions (token_hash, user_id, expires_at) values (${tag}, ${userOf("ada")}, ${at} + interval '1 day')`,
    sql`insert into sign_in_codes (id, address, browser_hash, expires_at) values (${newId()}, ${tag}, 'b', ${at} + interval '10 minutes')`,
    sql`insert into undoable_acts (org_id, id, actor_id, workspace_id, kind, name, data, created_at)
      select ${orgId}, ${newId()}, ${ada}, w.id, 'role_unassigned', ${tag}, '{}', ${at} from workspaces w where w.org_id = ${orgId} limit 1`,
    sql`insert into drafts (org_id, id, actor_id, kind, data, updated_at) values (${orgId}, ${newId()}, ${ada}, 'client', ${JSON.stringify({ tag })}, ${at})`,
    sql`insert into commands (org_id, id, actor_id, result, created_at) values (${orgId}, ${newId()}, ${ada}, ${tag}, ${at})`,
    ...[INSTALLATION, orgId].map(
      (
        org,
      ) => sql`insert into messages (org_id, id, kind, channel, address, subject_id, template_version, "values", state, created_at)
        values (${org}, ${newId()}, 'sign_in_code', 'email', ${tag}, ${newId()}, 2, '{}', 'sent', ${at})`,
    ),
    ...[INSTALLATION, orgId].map(
      (
        org,
      ) => sql`insert into delivery_events (org_id, provider, event_id, message_id, state, at, received_at)
        values (${org}, 'resend', ${tag}, ${newId()}, 'delivered', ${at}, ${at})`,
    ),
  ])
    await db.execute(statement);
}

/** How many rows of each table carry the tag. */
async function left({ db }: World, tag: string): Promise<Record<string, number>> {
  const tables = [
    "limits",
    "sessions",
    "sign_in_codes",
    "undoable_acts",
    "drafts",
    "commands",
    "messages",
    "delivery_events",
  ];
  const counts = tables.map(
    (table) => sql`(select count(*)::int from ${sql.identifier(table)} t where t::text like ${`%${tag}%`})`,
  );
  const [row] = await db.execute<Record<string, number>>(
    sql`select /* every organization */ ${sql.join(
      counts.map((count, i) => sql`${count} as ${sql.identifier(tables[i] ?? "")}`),
      sql`, `,
    )}`,
  );
  return { ...row };
}

test(
  "what has had its use is forgotten, each kind in its time, and nothing else",
  inWorld(async (world) => {
    const ages = { fresh: "5 minutes", hour: "1 hour", day: "25 hours", month: "31 days", season: "91 days" };
    for (const [tag, age] of Object.entries(ages)) await writeRows(world, tag, age);
    while ((await forgetPast(world.db, { limit: 2 })) > 0);
    const whole = { limits: 1, sessions: 1, sign_in_codes: 1, undoable_acts: 1, drafts: 1, commands: 1 };
    const [told, untold] = [
      { messages: 2, delivery_events: 2 },
      { messages: 1, delivery_events: 1 },
    ];
    expect(await left(world, "fresh")).toEqual({ ...whole, ...told });
    expect(await left(world, "hour")).toEqual({ ...whole, ...told, sign_in_codes: 0 });
    const none = { limits: 0, sessions: 0, sign_in_codes: 0, undoable_acts: 0 };
    expect(await left(world, "day")).toEqual({ ...none, ...told, drafts: 1, commands: 1 });
    expect(await left(world, "month")).toEqual({ ...none, ...untold, drafts: 0, commands: 1 });
    expect(await left(world, "season")).toEqual({ ...none, ...untold, drafts: 0, commands: 0 });
  }),
);

test(
  "what waits to be sent is kept, and who holds a row is not waited for",
  inOpenWorld(async ({ db, orgId }) => {
    const id = newId();
    await db.execute(sql`insert into messages
      (org_id, id, kind, channel, address, subject_id, template_version, "values", state, created_at)
      values (${INSTALLATION}, ${id}, 'sign_in_code', 'email', 'late', ${newId()}, 2, '{}', 'queued', now() - interval '1 year')`);
    await db.execute(sql`insert into limits (org_id, key, max, window_seconds, count, window_started_at)
      values (${orgId}, 'held', 5, 1, 1, now() - interval '1 day')`);
    const isThere = async () =>
      (await db.execute(sql`select from limits where org_id = ${orgId} and key = 'held'`)).length === 1;
    await db.transaction(async (tx) => {
      await tx.execute(sql`select from limits where org_id = ${orgId} and key = 'held' for update`);
      await forgetPast(db, { limit: 10 });
      expect(await isThere()).toBe(true);
    });
    await forgetPast(db, { limit: 10 });
    expect(await isThere()).toBe(false);
    const kept = await db.execute(
      sql`delete from messages where org_id = ${INSTALLATION} and id = ${id} returning id`,
    );
    expect(kept).toHaveLength(1);
  }),
);

test(
  "where a batch lies is forgotten once nothing of it waits, not before",
  inWorld(async ({ db, orgId }) => {
    await db.execute(sql`
      with written as (
        insert into messages (org_id, id, kind, channel, address, subject_id, template_version, "values", batch_id, batch_position, state)
        select ${orgId}, m.id, 'invitation', 'email', 'x@acme.example', gen_random_uuid(), 5, '{}', m.id, 0, m.state
        from (values (${newId()}::uuid, 'queued'), (${newId()}::uuid, 'sent')) as m(id, state) returning id
      )
      insert into message_batches (id, org_ids, message_ids, created_at)
      select id, array[${orgId}::uuid], array[id], now() - interval '2 hours' from written`);
    while ((await forgetPast(db, { limit: 1 })) > 0);
    const left = await db.execute(sql`
      select m.state from message_batches b join messages m on m.org_id = ${orgId} and m.id = b.id`);
    expect(left).toEqual([{ state: "queued" }]);
  }),
);
