import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { deactivateContacts } from "./deactivate";
import { handOver } from "./hand-over";
import { removeMember } from "./members";

await useDatabase();

const ROUNDS = 40;

/** Whether the owner is a joined, active member. */
const isOwned = async ({ db, orgId, workspaceId }: World) =>
  (
    await db.execute(sql`
      select from workspaces w
      join members m on m.org_id = w.org_id and m.workspace_id = w.id and m.contact_id = w.owner_id
      join contacts c on c.org_id = w.org_id and c.id = w.owner_id
      where w.org_id = ${orgId} and w.id = ${workspaceId} and m.joined_at is not null and c.deactivated_at is null`)
  ).length === 1;

const reset = async ({ db, orgId, workspaceId, id }: World) => {
  await db.execute(
    sql`update contacts set deactivated_at = null where org_id = ${orgId} and id = ${id("ines")}`,
  );
  await db.execute(
    sql`update workspaces set owner_id = ${id("omar")} where org_id = ${orgId} and id = ${workspaceId}`,
  );
  await db.execute(sql`
    insert into members (org_id, workspace_id, contact_id, added_by, joined_at)
    values (${orgId}, ${workspaceId}, ${id("ines")}, ${id("omar")}, now()) on conflict do nothing`);
};

const races: [string, (world: World) => Promise<unknown>][] = [
  ["removed", async (world) => removeMember(await world.as("ada"), { contact: world.id("ines") })],
  [
    "deactivated",
    async (world) => {
      const [outcome] = await deactivateContacts(await world.inOrganization("ada"), {
        contacts: [world.id("ines")],
      });
      if (outcome?.reason) throw new Error(outcome.reason);
    },
  ],
];

test.each(races)("of handing over and the new owner being %s at once exactly one happens", (_, end) =>
  inOpenWorld(async (world) => {
    const omar = await world.as("omar");
    const [from, to] = [world.id("omar"), world.id("ines")];
    for (let round = 0; round < ROUNDS; round++) {
      await reset(world);
      const acts = [() => handOver(omar, { from, to }), () => end(world)];
      if (round % 2) acts.reverse();
      const ends = await Promise.allSettled(acts.map((act) => act()));
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await isOwned(world)).toBe(true);
    }
  })(),
);
