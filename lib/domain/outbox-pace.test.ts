import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { markAnswered } from "@/db/queries/channel-health";
import { pauseChannel } from "@/db/queries/channel-pauses";
import { inviting, newClient } from "@/tests/inviting";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { inviteMembers } from "./invite";
import { versionOf, watchOutbox } from "./live";
import { listOutbox } from "./outbox";

await useDatabase();

const paceOf = async (world: World) => (await listOutbox(await world.inOrganization("ada"), {})).pace;

async function versionNow(world: World): Promise<string> {
  const ctx = await world.inOrganization("ada");
  return versionOf(ctx, watchOutbox(ctx));
}

/** Twelve messages, of which so many were taken so many seconds ago. */
async function taken(world: World, count: number, secondsAgo: number): Promise<void> {
  const people = Array.from({ length: 12 }, (_, i) => newClient(`person-${i}@acme.com`));
  await inviteMembers(await world.as("ada"), inviting(people));
  await world.db.execute(sql`
    update messages set state = 'sent', sent_at = now() - make_interval(secs => ${secondsAgo})
    where org_id = ${world.orgId} and id in (select id from messages where org_id = ${world.orgId} and state = 'queued'
      order by id limit ${count})`);
  await markAnswered(world.db, { provider: "resend", isAccepted: true });
}

test(
  "while messages wait and leave, the outbox tells how many a second, and whether a provider allows no more",
  inOpenWorld(async (world) => {
    await taken(world, 11, 1);
    expect(await paceOf(world)).toEqual({ perSecond: 3, isAtLimit: false });
    await pauseChannel(world.db, { provider: "resend", seconds: 0.5, reason: "rate" });
    expect(await paceOf(world)).toEqual({ perSecond: 3, isAtLimit: true });
  }),
);

test(
  "nothing is told of a pace when none left these seconds, or none wait",
  inOpenWorld(async (world) => {
    await taken(world, 11, 8);
    expect(await paceOf(world)).toBeNull();
    await world.db.execute(
      sql`update messages set state = 'sent', sent_at = now() where org_id = ${world.orgId}`,
    );
    expect(await paceOf(world)).toBeNull();
  }),
);

test(
  "an open outbox is told while a way out is at work, and once when it no longer is",
  inOpenWorld(async (world) => {
    await world.db.execute(sql`delete from channel_health`);
    const idle = await versionNow(world);
    await markAnswered(world.db, { provider: "resend", isAccepted: true });
    const first = await versionNow(world);
    await world.db.execute(sql`update channel_health set accepted_at = accepted_at - interval '5 seconds'`);
    const second = await versionNow(world);
    await world.db.execute(sql`update channel_health set accepted_at = accepted_at - interval '6 seconds'`);
    expect(new Set([idle, first, second]).size).toBe(3);
    expect(await versionNow(world)).toBe(idle);
  }),
);
