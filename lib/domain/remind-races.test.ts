import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { claimFresh } from "@/db/queries/outbox";
import { claim } from "@/tests/claims";
import { inviting, newClient, withoutLimits } from "@/tests/inviting";
import { inOpenWorld, testKeys, testSms, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { listInvitations } from "./invitation-list";
import { inviteMembers } from "./invite";
import { attendInvitations } from "./remind";
import { resendAll } from "./resend-all";
import { stopManyReminders } from "./stop-reminders";

const database = await useDatabase();

const noon = (now: Date) => now;

async function inviteMany(world: World, count: number, tag: string) {
  const people = Array.from({ length: count }, (_, i) => newClient(`${tag}-${i}@acme.com`));
  await inviteMembers(await world.as("ada"), inviting(people));
}

const reminders = async ({ db, orgId }: World) => {
  const [row] = await db.execute<{ messages: number; people: number }>(sql`
    select count(*)::int as messages, count(distinct address)::int as people from messages
    where org_id = ${orgId} and kind = 'invitation_reminder'`);
  return row;
};

test(
  "eight workers at once remind everybody of two organizations exactly once",
  inOpenWorld(async (world) => {
    await inviteMany(world, 300, "many");
    await inviteMembers(await world.asOtto(), inviting([newClient("other@acme.com")]));
    await world.pass("49 hours");
    await world.db.execute(sql`
      update invitations set created_at = created_at - interval '49 hours', sent_at = sent_at - interval '49 hours',
        attend_at = now() where org_id = ${world.otherOrgId}`);
    const pools = Array.from({ length: 8 }, () => openDatabase(database.url, { max: 1 }));
    const work = async (db: World["db"]) => {
      let done = 0;
      for (let n = 1; n > 0; done += n)
        n = await attendInvitations({ db, keys: testKeys, sms: testSms }, { limit: 20, daytime: noon });
      return done;
    };
    const done = await Promise.all(pools.map(({ db }) => work(db)));
    await Promise.all(pools.map(({ close }) => close()));
    expect(done.reduce((sum, n) => sum + n, 0)).toBe(301);
    expect(await reminders(world)).toEqual({ messages: 300, people: 300 });
    expect(await reminders({ ...world, orgId: world.otherOrgId })).toEqual({ messages: 1, people: 1 });
  }),
);

test(
  "reminding while everybody is sent to again by hand ends, each person getting one of the two",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    await inviteMany(world, 50, "both");
    await world.pass("49 hours");
    const pool = openDatabase(database.url, { max: 2 });
    const ada = await world.as("ada");
    const [answer] = await Promise.all([
      resendAll(ada, {}),
      attendInvitations({ db: pool.db, keys: testKeys, sms: testSms }, { limit: 1_000, daytime: noon }),
    ]);
    await pool.close();
    const counted = await reminders(world);
    expect(answer.sent + (counted?.messages ?? 0)).toBe(50);
  }),
);

test(
  "of reminders that are stopped while four workers remind none goes out, and everybody else gets theirs",
  inOpenWorld(async (world) => {
    await inviteMany(world, 40, "stop");
    await world.pass("49 hours");
    const ada = await world.inOrganization("ada");
    const { rows } = await listInvitations(ada, {});
    const half = rows.slice(0, 20).map(({ id }) => id);
    const pools = Array.from({ length: 4 }, () => openDatabase(database.url, { max: 1 }));
    const work = async (db: World["db"]) => {
      while (
        (await attendInvitations({ db, keys: testKeys, sms: testSms }, { limit: 5, daytime: noon })) > 0
      );
    };
    const [answer] = await Promise.all([
      stopManyReminders(ada, { command: newId(), invitations: half }),
      ...pools.map(({ db }) => work(db)),
    ]);
    expect(answer).toEqual({ done: 20, notDone: [] });
    await work(world.db);
    await world.pass("1 minute");
    const { messages } = await claimFresh(world.db, { ...claim(), limit: 5_000 });
    await Promise.all(pools.map(({ close }) => close()));
    const reminded = messages.filter(({ kind }) => kind === "invitation_reminder");
    const of = (ids: string[]) => reminded.filter(({ subjectId }) => ids.includes(subjectId)).length;
    expect(of(half)).toBe(0);
    expect(of(rows.map(({ id }) => id))).toBe(20);
  }),
);

test(
  "the number of statements grows neither with the invitations nor with the inviters",
  inOpenWorld(async (world) => {
    let statements = 0;
    const counting = openDatabase(database.url, { onStatement: () => statements++ });
    const counted = async (n: number) => {
      await inviteMany(world, n, `count${n}`);
      await inviteMembers(await world.as("omar"), inviting([newClient(`omar${n}@acme.com`)]));
      await world.pass("49 hours");
      const before = statements;
      const tick = { limit: 1_000, daytime: noon };
      expect(await attendInvitations({ db: counting.db, keys: testKeys, sms: testSms }, tick)).toBe(n + 1);
      return statements - before;
    };
    await counted(1);
    await world.pass("20 days");
    await attendInvitations(
      { db: counting.db, keys: testKeys, sms: testSms },
      { limit: 1_000, daytime: noon },
    );
    const few = await counted(2);
    await world.pass("20 days");
    await attendInvitations(
      { db: counting.db, keys: testKeys, sms: testSms },
      { limit: 1_000, daytime: noon },
    );
    expect(await counted(300)).toBe(few);
    await counting.close();
  }),
);
