import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { inviting } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { getMerge, listMergeable } from "./merge-view";

await useDatabase();

test(
  "what merging will do is said before it is done",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const [keep = "", drop = ""] = await knowClients(world, world.groups.clients, [
      "kim@acme.com",
      "kim@x.example",
    ]);
    await inviteMembers(ada, inviting([{ contact: drop }]));
    expect((await getMerge(ada, { keep, drop })).effects).toEqual([
      "1 workspace, 1 group, 1 open invitation and the whole history of kim@x.example become kim@acme.com's.",
      "The one contact has kim@acme.com.",
      "kim@x.example is written into the history and no longer used.",
      "What was sent to an address no longer used is sent to kim@acme.com instead; old links stop working.",
      "kim@x.example is no longer in your contacts. This cannot be undone.",
    ]);
    const joined = await getMerge(ada, { keep, drop: world.id("cleo") });
    expect(joined.effects).toContain("Who signs in as Cleo acts as kim@acme.com from then on.");
    expect(joined.plan.person.email).toBe("cleo@northwind.example");
    await expect(getMerge(ada, { keep, drop: newId() })).rejects.toMatchObject({ code: "not_found" });
    expect((await getMerge(ada, { keep: world.id("ines"), drop })).refused).toMatch(/Only two of a kind/);
    await world.db.execute(sql`update contacts set name = 'Kim' where org_id = ${world.orgId}
      and email in ('kim@acme.com', 'kim@x.example')`);
    expect((await getMerge(ada, { keep, drop })).effects[0]).toBe(
      "1 workspace, 1 group, 1 open invitation and the whole history of Kim (kim@x.example) become Kim (kim@acme.com)'s.",
    );
  }),
);

test(
  "the other contact is looked for among likely ones, or searched for among those of the kind",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    expect(await listMergeable(ada, { keep: world.id("cleo") })).toEqual({
      contact: { id: world.id("cleo"), name: "Cleo" },
      found: [],
    });
    const { found } = await listMergeable(ada, { keep: world.id("cleo"), find: "quinn" });
    expect(found).toEqual([{ id: world.id("quinn"), name: "Quinn", facts: "quinn@northwind.example" }]);
    expect((await listMergeable(ada, { keep: world.id("cleo"), find: "ines" })).found).toEqual([]);
    await expect(listMergeable(ada, { keep: world.id("otto") })).rejects.toMatchObject({ code: "not_found" });
  }),
);
