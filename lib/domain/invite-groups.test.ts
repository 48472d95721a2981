import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knowClients, people } from "@/tests/group-scene";
import { inviting, memberOf, newClient, statuses } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { completeAction } from "./actions";
import { addToGroup } from "./group-people";
import { createGroup, removeGroupFromWorkspace } from "./groups";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { assignRole } from "./roles";
import { undoInvite } from "./undo";

await useDatabase();

test(
  "a group comes as a unit: who has an account is a member at once, the others are invited, all through the group",
  inWorld(async (world) => {
    await knowClients(world, world.groups.clients, ["kim@acme.com"]);
    const answer = await inviteMembers(await world.as("ines"), inviting([{ group: world.groups.clients }]));
    expect(answer.outcomes).toMatchObject([
      {
        input: world.groups.clients,
        name: "Acme finance",
        status: "invited",
        people: [{ status: "already_member" }, { status: "invited" }, { status: "added" }],
      },
    ]);
    expect(await people(world)).toEqual(["ada", "cleo", "ines", "kim (group) -", "omar", "quinn (group)"]);
    expect((await world.outbox()).map(({ kind, address }) => [kind, address])).toEqual([
      ["invitation", "kim@acme.com"],
      ["workspace_added", "quinn@northwind.example"],
    ]);
  }),
);

test(
  "who is in the group and named singly counts once, and stays when the group goes",
  inWorld(async (world) => {
    const [kim = ""] = await knowClients(world, world.groups.clients, ["kim@acme.com"]);
    const ines = await world.as("ines");
    const answer = await inviteMembers(ines, inviting([{ contact: kim }, { group: world.groups.clients }]));
    expect(statuses(answer)).toEqual(["invited", "added"]);
    expect(await world.outbox()).toHaveLength(2);
    await removeGroupFromWorkspace(ines, { group: world.groups.clients });
    expect(await people(world)).toEqual(["ada", "cleo", "ines", "kim -", "omar"]);
  }),
);

test(
  "who came through a group and is then named stays when the group goes",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([{ group: world.groups.clients }]));
    const again = await inviteMembers(ines, inviting([{ contact: world.id("quinn") }]));
    expect(again.outcomes).toMatchObject([
      { status: "already_member", reason: "already a member; stays if the group goes" },
    ]);
    await removeGroupFromWorkspace(ines, { group: world.groups.clients });
    expect(await people(world)).toContain("quinn");
  }),
);

test(
  "who waits through a group and is named is told to stay; who is refused is not kept",
  inWorld(async (world) => {
    const [kim = ""] = await knowClients(world, world.groups.clients, ["kim@acme.com"]);
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([{ group: world.groups.clients }]));
    const refused = await inviteMembers(ines, inviting([{ contact: kim }], { role: world.roles.lead }));
    expect(refused.outcomes).toMatchObject([{ status: "not_allowed" }]);
    expect(await people(world)).toContain("kim (group) -");
    const again = await inviteMembers(ines, inviting([{ contact: kim }]));
    expect(again.outcomes[0]?.reason).toBe("already invited, not joined yet; stays if the group goes");
    const third = await inviteMembers(ines, inviting([{ contact: kim }]));
    expect(third.outcomes[0]?.reason).toBe("already invited, not joined yet");
    await removeGroupFromWorkspace(ines, { group: world.groups.clients });
    expect(await people(world)).toContain("kim -");
  }),
);

test(
  "who is given a role stays when the group goes, also where nothing may be sent to them",
  inWorld(async (world) => {
    const [kim = ""] = await knowClients(world, world.groups.clients, ["kim@acme.com"]);
    await world.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${world.orgId}, 'kim@acme.com', 'bounced')`);
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([{ group: world.groups.clients }]));
    const given = await assignRole(ines, {
      ...{ command: newId(), role: world.roles.signatory, holder: "" },
      people: [{ contact: kim }],
    });
    expect(given.outcomes).toMatchObject([{ status: "added" }]);
    await removeGroupFromWorkspace(ines, { group: world.groups.clients });
    expect(await people(world)).toContain("kim -");
  }),
);

test(
  "nothing sent to one of a group keeps nobody out: blocked people are members, and the reason is told",
  inWorld(async (world) => {
    await knowClients(world, world.groups.clients, ["kim@acme.com"]);
    await world.db.execute(
      sql`insert into suppressions (org_id, address, reason) values (${world.orgId}, 'kim@acme.com', 'bounced')`,
    );
    const [outcome] = (
      await inviteMembers(await world.as("ines"), inviting([{ group: world.groups.clients }]))
    ).outcomes;
    expect(outcome?.people?.[1]).toMatchObject({
      status: "not_allowed",
      reason: "messages to this address came back; change it",
    });
    expect(await memberOf(world, "kim@acme.com")).toEqual({ joined: false, status: null });
    expect((await world.outbox()).map(({ address }) => address)).toEqual(["quinn@northwind.example"]);
  }),
);

test(
  "an unknown group, another organization's and an empty one are told, and spoil nothing else",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const foreign = newId();
    await world.db.execute(sql`insert into groups (org_id, id, kind, name, sort_key)
      values (${world.otherOrgId}, ${foreign}, 'client_group', 'Theirs', 'theirs')`);
    const empty = await createGroup(ada, {
      ...{
        command: newId(),
        kind: "client_group",
        name: "Empty",
        description: null,
        managers: [],
        people: [],
      },
    });
    const answer = await inviteMembers(
      ada,
      inviting([newClient("kim@acme.com"), { group: foreign }, { group: empty.id }]),
    );
    expect(answer.outcomes.map(({ status, reason }) => [status, reason])).toEqual([
      ["invited", null],
      ["invalid", "this group no longer exists"],
      ["invalid", "has nobody in it yet; add people to it first"],
    ]);
  }),
);

test(
  "a role given to a group is owed by everybody in it, and freed with the group",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const input = {
      command: newId(),
      role: world.roles.signatory,
      people: [{ group: world.groups.clients }],
    };
    expect(statuses(await assignRole(ines, input))).toEqual(["added"]);
    await completeAction(await world.as("quinn"), { action: world.actions.upload });
    await removeGroupFromWorkspace(ines, { group: world.groups.clients });
    const [role] = await world.db.execute(
      sql`select holder_id, holder_group_id from roles where org_id = ${world.orgId} and id = ${world.roles.signatory}`,
    );
    expect(role).toEqual({ holder_id: null, holder_group_id: null });
  }),
);

test(
  "a role for internal users refuses a client group, and nothing is written",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const before = await world.census();
    const input = { command: newId(), role: world.roles.lead, people: [{ group: world.groups.clients }] };
    await expect(assignRole(ines, input)).rejects.toThrow("Account lead is for internal users.");
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "Undo takes the group out again with everybody it brought, but nobody who was there before",
  inWorld(async (world) => {
    await knowClients(world, world.groups.clients, ["kim@acme.com"]);
    const ines = await world.as("ines");
    const act = inviting([{ group: world.groups.clients }]);
    await inviteMembers(ines, act);
    await undoInvite(ines, { command: act.command });
    expect(await people(world)).toEqual(["ada", "cleo", "ines", "omar"]);
    expect((await world.outbox()).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
    expect(
      await world.db.execute(sql`select from workspace_groups where org_id = ${world.orgId}`),
    ).toHaveLength(0);
  }),
);

test(
  "Undo also takes out who came into the group after it was invited",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const act = inviting([{ group: world.groups.clients }]);
    await inviteMembers(ines, act);
    const late = [{ address: "kim@acme.com", kind: "client" as const }];
    await addToGroup(ines, { command: newId(), group: world.groups.clients, people: late, isQuiet: false });
    expect(await people(world)).toContain("kim (group) -");
    await undoInvite(ines, { command: act.command });
    expect(await people(world)).toEqual(["ada", "cleo", "ines", "omar"]);
    expect(new Set((await world.outbox()).map(({ state }) => state))).toEqual(new Set(["cancelled"]));
  }),
);
