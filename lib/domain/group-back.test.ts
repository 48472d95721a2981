import { expect, test } from "vitest";
import { people } from "@/tests/group-scene";
import { inviting } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { archiveWorkspace, restoreWorkspace } from "./archive";
import { deactivateContacts, reactivateContacts } from "./deactivate";
import { addToGroup, removeFromGroup } from "./group-people";
import { newId } from "./id";
import { inviteMembers } from "./invite";

await useDatabase();

test(
  "who was deactivated while their group came into a workspace is there once they are back, with no message",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const quinn = { contacts: [world.id("quinn")] };
    await deactivateContacts(ada, quinn);
    await inviteMembers(ada, inviting([{ group: world.groups.clients }]));
    expect(await people(world)).toEqual(["ada", "cleo", "ines", "omar"]);
    await reactivateContacts(ada, quinn);
    expect(await people(world)).toEqual(["ada", "cleo", "ines", "omar", "quinn (group)"]);
    expect(await world.outbox()).toEqual([]);
  }),
);

test(
  "who came into a group while its workspace was archived is there once it is back, with no message",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const group = world.groups.clients;
    await removeFromGroup(ada, { group, contacts: [world.id("quinn")] });
    await inviteMembers(ada, inviting([{ group }]));
    await archiveWorkspace(ada);
    await addToGroup(ada, {
      command: newId(),
      group,
      people: [{ contact: world.id("quinn") }],
      isQuiet: false,
    });
    expect(await people(world)).toEqual(["ada", "cleo", "ines", "omar"]);
    await restoreWorkspace(await world.as("ada"));
    expect(await people(world)).toEqual(["ada", "cleo", "ines", "omar", "quinn (group)"]);
    expect(await world.outbox()).toEqual([]);
  }),
);
