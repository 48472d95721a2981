import { expect, test } from "vitest";
import { newClient } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { findDeletedGroup, getGroup } from "./group-page";
import { addToGroup } from "./group-people";
import { deleteGroup } from "./groups";
import { newId } from "./id";
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
  "whoever deleted a group is told which, and nobody else is",
  inWorld(async (world) => {
    const [ada, ines] = [await world.inOrganization("ada"), await world.inOrganization("ines")];
    expect(await findDeletedGroup(ada)).toBeNull();
    await deleteGroup(ada, { group: world.groups.clients, name: "Acme finance" });
    expect([await findDeletedGroup(ada), await findDeletedGroup(ines)]).toEqual(["Acme finance", null]);
  }),
);
