import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { mayStillGrant } from "./link-maker";

await useDatabase();

const link = (
  world: World,
  who: "ada" | "ines" | "noel" | "cleo",
  audience: "client" | "internal" = "client",
) => ({
  orgId: world.orgId,
  workspaceId: world.workspaceId,
  audience,
  createdBy: world.id(who),
});

test(
  "internal members grant clients entry to their workspace, admins internal users too; nobody else grants anything",
  inWorld(async (world) => {
    expect(await mayStillGrant(world.db, link(world, "ines"))).toBe(true);
    expect(await mayStillGrant(world.db, link(world, "ada", "internal"))).toBe(true);
    expect(await mayStillGrant(world.db, link(world, "ines", "internal"))).toBe(false);
    expect(await mayStillGrant(world.db, link(world, "noel"))).toBe(false);
    expect(await mayStillGrant(world.db, link(world, "cleo"))).toBe(false);
    expect(await mayStillGrant(world.db, { ...link(world, "ines"), orgId: world.otherOrgId })).toBe(false);
  }),
);

test(
  "the organization's link is its admins' to grant",
  inWorld(async (world) => {
    const invite = (who: "ada" | "ines") => ({ ...link(world, who, "internal"), workspaceId: null });
    expect(await mayStillGrant(world.db, invite("ada"))).toBe(true);
    expect(await mayStillGrant(world.db, invite("ines"))).toBe(false);
  }),
);

test.each([
  ["was deactivated", sql`update contacts set deactivated_at = now()`, "id"],
  ["is no admin any more", sql`update contacts set is_admin = false`, "id"],
  ["became a client", sql`update contacts set is_admin = false, kind = 'client'`, "id"],
  ["left the workspace", sql`delete from members`, "contact_id"],
])("a link grants nothing once its maker %s", (_, change, column) =>
  inWorld(async (world) => {
    const made = link(world, "ada", "internal");
    await world.db.execute(
      sql`${change} where org_id = ${world.orgId} and ${sql.identifier(column)} = ${world.id("ada")}`,
    );
    expect(await mayStillGrant(world.db, made)).toBe(false);
  })(),
);
