import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { recogniseRecruits, suggestRecruits } from "./recruits";

await useDatabase();

test(
  "for a client group clients are found, for a team internal users, the others where there are none, and who is in the group is marked",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    await knowClients(world, world.groups.clients, ["lee@acme.com"]);
    const [lena] = await knowClients(world, null, ["lena@acme.com"]);
    const at = { kind: "client_group" as const, group: world.groups.clients };
    const found = await suggestRecruits(ines, { q: "le", ...at });
    expect(found.map(({ address, state }) => [address, state])).toEqual([
      ["lee@acme.com", "member"],
      ["lena@acme.com", "no_account"],
    ]);
    expect(found[1]?.contact).toBe(lena);
    const others = await suggestRecruits(ines, { q: "lee", kind: "team" });
    expect(others.map(({ address, kind }) => [address, kind])).toEqual([["lee@acme.com", "client"]]);
    const team = await suggestRecruits(ines, { q: "ada", kind: "team", group: newId() });
    expect(team.map(({ name, kind }) => [name, kind])).toEqual([["Ada", "internal"]]);
  }),
);

test(
  "an address is told to be a contact, new, or of somebody who does not belong into such a group",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    await knowClients(world, world.groups.clients, ["lee@acme.com"]);
    const at = { kind: "client_group" as const, group: world.groups.clients };
    const texts = ["Lee@Acme.com", "new@acme.com", "jo@acme"].map((text) => ({ text }));
    const told = await recogniseRecruits(ines, at, { texts });
    expect(told.map(({ is }) => is)).toEqual(["contact", "new", "invalid"]);
    expect(told[0]).toMatchObject({ person: { state: "member" } });
    const [wrong] = await recogniseRecruits(ines, { kind: "team" }, { texts: [{ text: "lee@acme.com" }] });
    expect(wrong).toMatchObject({ is: "invalid", reason: "this group is for internal users" });
  }),
);
