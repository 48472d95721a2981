import { expect, test } from "vitest";
import { inviting, memberOf, newClient, statuses } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { inviteMembers } from "./invite";
import { undoInvite } from "./undo";

await useDatabase();

test(
  "while messages are held, undo takes everybody back out and sends nothing",
  inWorld(async (world) => {
    const input = inviting([newClient("kim@acme.com"), { contact: world.id("noel") }]);
    await inviteMembers(await world.as("ines"), input);
    expect(await undoInvite(await world.as("ines"), { command: input.command })).toEqual({ undone: 2 });
    expect((await world.outbox()).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
    expect(await memberOf(world, "kim@acme.com")).toBeUndefined();
    expect((await world.as("noel")).workspace.isMember).toBe(false);
    const again = await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    expect(statuses(again)).toEqual(["invited"]);
  }),
);

test(
  "nobody undoes what somebody else did",
  inWorld(async (world) => {
    const input = inviting([newClient("kim@acme.com")]);
    await inviteMembers(await world.as("ines"), input);
    await expect(undoInvite(await world.as("ada"), { command: input.command })).rejects.toMatchObject({
      code: "gone",
    });
  }),
);
