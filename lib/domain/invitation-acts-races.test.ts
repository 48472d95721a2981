import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { behind } from "@/tests/behind";
import { inviting, newClient } from "@/tests/inviting";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { cancelMany, resendMany } from "./invitation-acts";
import { inviteMembers } from "./invite";

await useDatabase();

const MANY = 60;

/** Invites many people and lets time pass; answers the ids in one order, and in the opposite one. */
async function invite(world: World): Promise<[string[], string[]]> {
  const people = Array.from({ length: MANY }, (_, i) => newClient(`r${i}@acme.com`));
  await inviteMembers(await world.as("ada"), inviting(people));
  await world.pass("2 minutes");
  const rows = await world.db.execute<{ id: string }>(
    sql`select id from invitations where org_id = ${world.orgId} order by id`,
  );
  const ids = rows.map(({ id }) => id);
  return [ids, ids.toReversed()];
}

const many = (invitations: string[]) => ({ command: newId(), invitations });

test(
  "two people who send the same invitations again at once: each goes out once",
  inOpenWorld(async (world) => {
    const [forth, back] = await invite(world);
    const answers = await Promise.all([
      resendMany(await world.inOrganization("ada"), many(forth)),
      resendMany(await world.inOrganization("ines"), many(back)),
    ]);
    expect(answers.map(({ done, notDone }) => done + notDone.length)).toEqual([MANY, MANY]);
    expect(answers.reduce((sum, { done }) => sum + done, 0)).toBe(MANY);
    expect((await world.outbox()).filter(({ number }) => number === 2)).toHaveLength(MANY);
  }),
);

test(
  "sent again and cancelled at once: nothing leaves for an invitation that is cancelled",
  inOpenWorld(async (world) => {
    const [forth, back] = await invite(world);
    await Promise.all([
      resendMany(await world.inOrganization("ines"), many(forth)),
      cancelMany(await world.inOrganization("ada"), many(back)),
    ]);
    const [row] = await world.db.execute<{ revoked: number; leaving: number }>(sql`
      select (select count(*)::int from invitations where org_id = ${world.orgId} and status = 'revoked') as revoked,
        (select count(*)::int from messages where org_id = ${world.orgId} and kind = 'invitation'
          and state = 'queued') as leaving`);
    expect(row).toEqual({ revoked: MANY, leaving: 0 });
  }),
);

test(
  "what is being cancelled is not sent again by who read it as open",
  inOpenWorld(async (world) => {
    const [[first = ""]] = await invite(world);
    const [ada, ines] = [await world.inOrganization("ada"), await world.inOrganization("ines")];
    const end = await behind(
      world,
      (tx) => cancelMany({ ...ada, db: tx }, many([first])),
      () => resendMany(ines, many([first])),
    );
    expect(end).toMatchObject({ status: "fulfilled", value: { done: 0 } });
    const [row] = await world.db.execute(
      sql`select status, sends from invitations where org_id = ${world.orgId} and id = ${first}`,
    );
    expect(row).toEqual({ status: "revoked", sends: 1 });
  }),
);
