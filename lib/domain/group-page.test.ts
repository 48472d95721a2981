import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { newClient } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { listGroups } from "./contacts";
import { deactivateContacts } from "./deactivate";
import { findDeletedGroup, getGroup } from "./group-page";
import { addToGroup, removeFromGroup } from "./group-people";
import { deleteGroup } from "./groups";
import { newId } from "./id";
import { inviteToPortal } from "./portal";
import { resendPortal } from "./resend-all";

await useDatabase();

test(
  "who has not joined goes by their name, or by their number as people write it; who was never invited is counted",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const group = world.groups.clients;
    const people = [newClient("+14155550188"), newClient("kim@acme.com")];
    await addToGroup(ada, { command: newId(), group, people, isQuiet: true });
    const view = await getGroup(ada, { group });
    expect(view).toMatchObject({ notJoined: 2, waiting: ["+1 415 555 0188", "kim@acme.com"], quiet: 2 });
    await resendPortal(ada, { group });
    expect(await getGroup(ada, { group })).toMatchObject({ notJoined: 2, quiet: 0 });
  }),
);

test(
  "only who was invited before is invited again, and nobody who was deactivated has joined for that",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const group = world.groups.clients;
    const contacts = await knowClients(world, group, ["kim@acme.com", "lee@acme.com"]);
    expect(await getGroup(ada, { group })).toMatchObject({ quiet: 2, isAllJoined: false });
    await inviteToPortal(ada, { command: newId(), contacts: contacts.slice(0, 1), note: null });
    expect(await getGroup(ada, { group })).toMatchObject({ quiet: 1 });
    await deactivateContacts(ada, { contacts });
    expect(await getGroup(ada, { group })).toMatchObject({
      notJoined: 0,
      quiet: 0,
      isAllJoined: false,
    });
    const { rows } = await listGroups(ada, { tab: "groups", find: "Acme finance" });
    expect(rows).toMatchObject([{ notJoined: 0, gone: 2 }]);
    await removeFromGroup(ada, { group, contacts });
    expect(await getGroup(ada, { group })).toMatchObject({ isAllJoined: true });
  }),
);

test(
  "whoever deleted a group is told which, and nobody else is",
  inWorld(async (world) => {
    const [ada, ines] = [await world.inOrganization("ada"), await world.inOrganization("ines")];
    expect(await findDeletedGroup(ada)).toBeNull();
    await deleteGroup(ada, { group: world.groups.clients, name: "Acme finance" });
    expect([await findDeletedGroup(ada), await findDeletedGroup(ines)]).toEqual(["Acme finance", null]);
  }),
);
