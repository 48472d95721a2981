import { expect, test } from "vitest";
import { behind } from "@/tests/behind";
import { inviting, memberOf, newClient, statuses } from "@/tests/inviting";
import { inOpenWorld, useDatabase } from "@/tests/world";
import { archiveWorkspace } from "./archive";
import { inviteMembers } from "./invite";

await useDatabase();

test(
  "who invites while the workspace is being archived is refused, and nothing of it stays",
  inOpenWorld(async (world) => {
    const [omar, ines] = [await world.as("omar"), await world.as("ines")];
    const input = inviting([newClient("kim@acme.com")]);
    const end = await behind(
      world,
      (tx) => archiveWorkspace({ ...omar, db: tx }),
      () => inviteMembers(ines, input),
    );
    expect(end).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
    expect(await memberOf(world, "kim@acme.com")).toBeUndefined();
    expect(await world.outbox()).toEqual([]);
  }),
);

test(
  "who archives while somebody is inviting does so when that is done",
  inOpenWorld(async (world) => {
    const [omar, ines] = [await world.as("omar"), await world.as("ines")];
    const input = inviting([newClient("kim@acme.com")]);
    const end = await behind(
      world,
      async (tx) => expect(statuses(await inviteMembers({ ...ines, db: tx }, input))).toEqual(["invited"]),
      () => archiveWorkspace(omar),
    );
    expect(end.status).toBe("fulfilled");
    expect(await memberOf(world, "kim@acme.com")).toEqual({ joined: false, status: "pending" });
  }),
);
