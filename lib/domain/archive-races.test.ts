import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { inviting, memberOf, newClient, statuses } from "@/tests/inviting";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { archiveWorkspace } from "./archive";
import { inviteMembers } from "./invite";

await useDatabase();

/** Waits until a statement of this database waits for a lock. */
async function untilWaiting({ db }: World): Promise<void> {
  for (;;) {
    const [row] = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where not l.granted and a.datname = current_database()`);
    if (row?.n) return;
  }
}

/** Does `first` in a transaction that ends only once `second` waits for it. */
async function behind<T>(
  world: World,
  first: (tx: Database) => Promise<unknown>,
  second: () => Promise<T>,
): Promise<PromiseSettledResult<T>> {
  const waiting = await world.db.transaction(async (tx) => {
    await first(tx);
    const under = Promise.allSettled([second()]);
    await untilWaiting(world);
    return { under };
  });
  const [end] = await waiting.under;
  return end;
}

test(
  "who invites while the workspace is being archived is refused, and nothing of it stays",
  inOpenWorld(async (world) => {
    const [omar, ines] = [await world.as("omar"), await world.as("ines")];
    const input = inviting([newClient("kim@acme.com")]);
    const end = await behind(
      world,
      (tx) => archiveWorkspace({ ...omar, db: tx }),
      () => inviteMembers(ines, input),
    );
    expect(end).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
    expect(await memberOf(world, "kim@acme.com")).toBeUndefined();
    expect(await world.outbox()).toEqual([]);
  }),
);

test(
  "who archives while somebody is inviting does so when that is done",
  inOpenWorld(async (world) => {
    const [omar, ines] = [await world.as("omar"), await world.as("ines")];
    const input = inviting([newClient("kim@acme.com")]);
    const end = await behind(
      world,
      async (tx) => expect(statuses(await inviteMembers({ ...ines, db: tx }, input))).toEqual(["invited"]),
      () => archiveWorkspace(omar),
    );
    expect(end.status).toBe("fulfilled");
    expect(await memberOf(world, "kim@acme.com")).toEqual({ joined: false, status: "pending" });
  }),
);
