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
  "what merging will do is known before it is done",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const [keep = "", drop = ""] = await knowClients(world, world.groups.clients, [
      "kim@acme.com",
      "kim@x.example",
    ]);
    await inviteMembers(ada, inviting([{ contact: drop }]));
    expect((await getMerge(ada, { keep, drop })).effects).toEqual({
      moves: { workspaces: 1, roles: 0, groups: 1, invitations: 1 },
      isAccountMoved: false,
      addresses: ["kim@acme.com"],
      lost: ["kim@x.example"],
      isReaddressed: true,
    });
    const joined = await getMerge(ada, { keep, drop: world.id("cleo") });
    expect(joined).toMatchObject({ effects: { isAccountMoved: true }, drop: { shownName: "Cleo" } });
    expect(joined.plan.person.email).toBe("cleo@northwind.example");
    await expect(getMerge(ada, { keep, drop: newId() })).rejects.toMatchObject({ code: "not_found" });
    expect((await getMerge(ada, { keep: world.id("ines"), drop })).refused).toMatch(/Only two of a kind/);
    await world.db.execute(sql`update contacts set name = 'Kim' where org_id = ${world.orgId}
      and email in ('kim@acme.com', 'kim@x.example')`);
    expect(await getMerge(ada, { keep, drop })).toMatchObject({
      keep: { shownName: "Kim (kim@acme.com)" },
      drop: { shownName: "Kim (kim@x.example)" },
    });
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
