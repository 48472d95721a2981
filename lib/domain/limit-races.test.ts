import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { setScene } from "@/tests/scene";
import { inOpenWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { resendAll } from "./resend-all";
import { createWorkspace } from "./workspaces";

const database = await useDatabase();

const clients = (count: number, tag: string) =>
  Array.from({ length: count }, (_, i) => newClient(`${tag}-${i}@acme.com`));

test(
  "forty acts of two people on two instances at once cause exactly as many messages as the organization may",
  inOpenWorld(async (world) => {
    await world.db.execute(sql`update organizations set daily_limit = 100 where id = ${world.orgId}`);
    const pools = [openDatabase(database.url, { max: 5 }), openDatabase(database.url, { max: 5 })];
    const people = [await world.as("ada"), await world.as("omar")];
    const acts = Array.from({ length: 40 }, (_, i) => {
      const [who, pool] = [people[i % 2], pools[Math.floor(i / 2) % 2]];
      if (!who || !pool) throw new Error("nobody acts");
      return inviteMembers({ ...who, db: pool.db }, inviting(clients(4, `act${i}`)));
    });
    const outcomes = (await Promise.all(acts)).flatMap(statuses);
    await Promise.all(pools.map(({ close }) => close()));
    expect(outcomes.filter((status) => status === "invited")).toHaveLength(100);
    expect(outcomes.filter((status) => status === "over_limit")).toHaveLength(60);
    expect(await world.outbox()).toHaveLength(100);
    const [row] = await world.db.execute<{ count: number }>(sql`
      select count from limits where org_id = ${world.orgId} and key = 'organization'`);
    expect(row?.count).toBe(100);
  }),
);

test(
  "the count goes on after all connections were cut and opened anew",
  inOpenWorld(async (world) => {
    await world.db.execute(sql`update organizations set daily_limit = 5 where id = ${world.orgId}`);
    const ada = await world.as("ada");
    const first = openDatabase(database.url, { max: 1 });
    await inviteMembers({ ...ada, db: first.db }, inviting(clients(3, "first")));
    await first.close();
    const second = openDatabase(database.url, { max: 1 });
    const answer = await inviteMembers({ ...ada, db: second.db }, inviting(clients(3, "second")));
    await second.close();
    expect(statuses(answer)).toEqual(["invited", "invited", "over_limit"]);
  }),
);

test(
  "of twelve resends to one person from two workspaces at once one goes out, the others say when the next may",
  inOpenWorld(async (world) => {
    const scene = await setScene(world);
    const flow = { roles: [], actions: [] };
    const { id } = await createWorkspace(await world.inOrganization("ada"), {
      ...{ command: newId(), name: "Bluebird tax", flow },
    });
    await inviteMembers(await world.as("ada", id), inviting([{ contact: scene.kim }]));
    await world.pass("2 minutes");
    const pools = [openDatabase(database.url, { max: 6 }), openDatabase(database.url, { max: 6 })];
    const places = [await world.as("ada"), await world.as("ada", id)];
    const acts = Array.from({ length: 12 }, (_, i) => {
      const [place, pool] = [places[i % 2], pools[i % 2]];
      if (!place || !pool) throw new Error("nobody acts");
      return resendAll({ ...place, db: pool.db }, { contact: scene.kim });
    });
    const answers = await Promise.all(acts);
    await Promise.all(pools.map(({ close }) => close()));
    expect(answers.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    const reasons = answers.flatMap(({ skipped }) => skipped.map(({ reason }) => reason));
    expect(reasons).toHaveLength(11);
    for (const reason of reasons)
      expect(reason).toMatch(/ a moment ago\. Try again in |You can resend in |a moment ago\.$/);
  }),
);
