import { expect, test } from "vitest";
import { groupMembers, groups } from "@/db/schema";
import { inviting } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { suggestGroups } from "./group-suggestions";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { sortKey } from "./text";

await useDatabase();

async function makeGroup(world: World, kind: "team" | "client_group", name: string): Promise<void> {
  const id = newId();
  await world.db.insert(groups).values({ orgId: world.orgId, id, kind, name, sortKey: sortKey(name) });
  await world.db
    .insert(groupMembers)
    .values({ orgId: world.orgId, groupId: id, contactId: world.id(kind === "team" ? "noel" : "quinn") });
}

const found = async (world: World, q: string, role?: string) =>
  (await suggestGroups(await world.as("ines"), { q, role })).map(({ name, size }) => `${name} ${size}`);

test(
  "groups are offered whose name begins with what is typed, then those with words that do",
  inWorld(async (world) => {
    await makeGroup(world, "client_group", "Board of Acme");
    await makeGroup(world, "team", "Äcme desk");
    expect(await found(world, "acm")).toEqual(["Acme finance 2", "Board of Acme 1", "Äcme desk 1"]);
    expect(await found(world, "fin acm")).toEqual(["Acme finance 2"]);
    expect(await found(world, "nance")).toEqual([]);
    expect(await found(world, "acme@x")).toEqual([]);
    expect(await found(world, " ")).toEqual([]);
  }),
);

test(
  "with a role only groups it is for, others where there are none, and those that are in the workspace are marked",
  inWorld(async (world) => {
    await makeGroup(world, "team", "Acme desk");
    expect(await found(world, "acme", world.roles.signatory)).toEqual(["Acme finance 2"]);
    expect(await found(world, "acme", world.roles.lead)).toEqual(["Acme desk 1"]);
    expect(await found(world, "fin", world.roles.lead)).toEqual(["Acme finance 2"]);
    expect(await found(world, "acme", world.roles.reviewer)).toEqual(["Acme finance 2", "Acme desk 1"]);
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([{ group: world.groups.clients }]));
    expect(await suggestGroups(ines, { q: "acme fin" })).toEqual([
      { group: world.groups.clients, name: "Acme finance", kind: "client_group", size: 2, isAdded: true },
    ]);
  }),
);

test(
  "another organization's groups are not offered, and clients are refused",
  inWorld(async (world) => {
    const foreign = await suggestGroups(await world.asOtto(), { q: "acme" });
    expect(foreign.filter(({ group }) => group === world.groups.clients)).toEqual([]);
    await expect(suggestGroups(await world.as("cleo"), { q: "acme" })).rejects.toMatchObject({
      code: "forbidden",
    });
  }),
);
