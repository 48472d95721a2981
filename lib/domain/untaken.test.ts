import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { markAnswered } from "@/db/queries/channel-health";
import { newWorkerName } from "@/db/queries/workers";
import { inviting, newClient } from "@/tests/inviting";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { inviteMembers } from "./invite";
import { versionOf, watchOutbox } from "./live";
import { listOutbox } from "./outbox";
import { getUntakenSince } from "./untaken";

const { db, url } = await useDatabase();

afterEach(() => db.execute(sql`truncate channel_health`));

/** One message that has been due for so many minutes. */
async function dueSince(world: World, minutes: number): Promise<void> {
  await inviteMembers(await world.as("ada"), inviting([newClient("kim@acme.com")]));
  await world.db.execute(sql`update messages set held_until = now() - make_interval(mins => ${minutes}),
    next_at = now() - make_interval(mins => ${minutes}) where org_id = ${world.orgId}`);
}

test(
  "what is due for minutes, and nobody there to take it, is told with its time, to its own organization",
  inOpenWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    await dueSince(world, 1);
    expect(await getUntakenSince(ada)).toBeNull();
    const before = await versionOf(ada, watchOutbox(ada));
    await world.db.execute(sql`update messages set held_until = held_until - interval '4 minutes',
      next_at = next_at - interval '4 minutes' where org_id = ${world.orgId}`);
    expect(await versionOf(ada, watchOutbox(ada))).not.toBe(before);
    const since = (await listOutbox(ada, {})).untakenSince?.getTime() ?? 0;
    expect(Date.now() - since).toBeGreaterThan(290_000);
    expect(Date.now() - since).toBeLessThan(330_000);
    expect(await getUntakenSince(await world.asOtto())).toBeNull();
  }),
);

test(
  "while a worker is connected, or one has just used any way out, the queue is only long",
  inOpenWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    await dueSince(world, 5);
    const session = postgres(url, { max: 1, connection: { application_name: newWorkerName() } });
    await session`select 1`;
    expect(await getUntakenSince(ada)).toBeNull();
    await session.end();
    await expect.poll(() => getUntakenSince(ada)).not.toBeNull();
    await markAnswered(db, { provider: "resend", isAccepted: true });
    expect(await getUntakenSince(ada)).toBeNull();
  }),
);

test(
  "what is held, or is tried again only later, waits for no worker",
  inOpenWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    for (const column of ["held_until", "next_at"]) {
      await dueSince(world, 5);
      await world.db.execute(sql`update messages set ${sql.identifier(column)} = now() + interval '1 minute'
        where org_id = ${world.orgId}`);
      expect(await getUntakenSince(ada)).toBeNull();
      await world.db.execute(sql`update messages set state = 'sent' where org_id = ${world.orgId}`);
    }
  }),
);
