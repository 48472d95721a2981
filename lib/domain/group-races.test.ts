import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { knowClients, people } from "@/tests/group-scene";
import { inviting, linkOf, newClient, withoutLimits } from "@/tests/inviting";
import { inOpenWorld, useDatabase } from "@/tests/world";
import { joinByLink } from "./accept";
import { addToGroup, removeFromGroup } from "./group-people";
import { createGroup, removeGroupFromWorkspace } from "./groups";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { removeMember } from "./members";

const database = await useDatabase();

test(
  "the number of statements does not grow with the people of a group",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    let statements = 0;
    const counting = openDatabase(database.url, { onStatement: () => statements++ });
    const ctx = { ...(await world.as("ada")), db: counting.db };
    const counted = async (n: number) => {
      const { id } = await createGroup(ctx, {
        ...{ command: newId(), kind: "client_group", name: `Group of ${n}`, description: null, managers: [] },
        people: Array.from({ length: n }, (_, i) => newClient(`g${n}-${i}@acme.com`)),
      });
      const before = statements;
      await inviteMembers(ctx, inviting([{ group: id }]));
      return statements - before;
    };
    await counted(1);
    expect(await counted(2)).toBe(await counted(2_000));
    await counting.close();
  }),
);

test(
  "a group that changes while it is being invited leaves everybody in exactly the right state, 50 times",
  inOpenWorld(async (world) => {
    const ada = await world.as("ada");
    const [kim = "", lee = ""] = await knowClients(world, null, ["kim@acme.com", "lee@acme.com"]);
    const { id: group } = await createGroup(ada, {
      ...{ command: newId(), kind: "client_group", name: "Racing", description: null, managers: [] },
      people: [{ contact: kim }, { contact: world.id("quinn") }],
    });
    for (let round = 0; round < 50; round++) {
      await Promise.all([
        inviteMembers(ada, inviting([{ group }])),
        addToGroup(ada, { command: newId(), group, people: [{ contact: lee }], isQuiet: true }),
        removeFromGroup(ada, { group, contacts: [kim] }),
      ]);
      expect(await people(world)).toEqual(["ada", "cleo", "ines", "lee (group) -", "omar", "quinn (group)"]);
      await removeGroupFromWorkspace(ada, { group });
      await removeFromGroup(ada, { group, contacts: [lee] });
      await addToGroup(ada, { command: newId(), group, people: [{ contact: kim }], isQuiet: true });
      expect(await people(world)).toEqual(["ada", "cleo", "ines", "omar"]);
    }
    const open = sql`select from invitations where org_id = ${world.orgId} and status = 'pending'`;
    expect(await world.db.execute(open)).toHaveLength(0);
  }),
  60_000,
);

test(
  "removing somebody while their group is being invited never leaves them out of a workspace their group is in",
  inOpenWorld(async (world) => {
    const ada = await world.as("ada");
    const cleo = { contact: world.id("cleo") };
    for (let round = 0; round < 30; round++) {
      await Promise.allSettled([
        inviteMembers(ada, inviting([{ group: world.groups.clients }])),
        removeMember(ada, cleo),
      ]);
      expect((await world.as("cleo")).workspace.isMember).toBe(true);
      await removeGroupFromWorkspace(ada, { group: world.groups.clients });
      await inviteMembers(ada, inviting([cleo]));
    }
  }),
  60_000,
);

test(
  "accepting while being taken out of the group: nobody stays, and whoever came too late is told that the link is dead",
  inOpenWorld(async (world) => {
    const ada = await world.as("ada");
    const group = world.groups.clients;
    for (let round = 0; round < 25; round++) {
      const [late = ""] = await knowClients(world, group, [`late-${newId()}@acme.com`]);
      await inviteMembers(ada, inviting([{ group }]));
      const token = await linkOf(world, late);
      const [removed, accepted] = await Promise.allSettled([
        wait(round % 5).then(() => removeFromGroup(ada, { group, contacts: [late] })),
        wait(round / 5).then(() => joinByLink(world.visitor(), { token })),
      ]);
      expect(removed).toMatchObject({ status: "fulfilled" });
      expect(accepted).toMatchObject({ value: { state: expect.stringMatching(/^(?:joined|dead)$/) } });
      expect((await people(world)).filter((one) => one.startsWith("late"))).toEqual([]);
    }
  }),
  60_000,
);
