import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { bulkActsFor, getBulk } from "./bulk";
import {
  AddManyToWorkspace,
  addManyToGroup,
  addManyToWorkspace,
  deactivateMany,
  inviteMany,
} from "./bulk-acts";
import { readChosen } from "./chosen";
import { deleteGroup } from "./groups";
import { newId } from "./id";
import { createWorkspace } from "./workspaces";

await useDatabase();

const emails = (n: number) => Array.from({ length: n }, (_, i) => `c${String(i).padStart(4, "0")}@acme.com`);

test(
  "the page knows who is selected, by id or by the list's filter, and what they can be added to",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const ids = await knowClients(world, null, emails(7));
    const chosen = readChosen({ c: [...ids, ids[0] ?? "", "nonsense", world.id("otto")] });
    const view = await getBulk(ines, { act: "workspace", chosen });
    expect(view).toMatchObject({ contacts: ids, names: emails(5), kind: "client", isTooMany: false });
    expect(view.workspaces).toEqual([
      {
        id: world.workspaceId,
        name: "Acme onboarding",
        roles: expect.arrayContaining([{ id: world.roles.lead, name: "Account lead", audience: "internal" }]),
      },
    ]);
    const filtered = await getBulk(ines, { act: "group", chosen: readChosen({ all: "1", find: "c000" }) });
    expect(filtered.contacts).toEqual(ids);
    expect(filtered.groups.map(({ name }) => name)).toEqual(["Acme finance"]);
    for (const c of ["zz", "", ["zz", `${ids[0]}x`]]) {
      expect(readChosen({ c, do: "deactivate", tab: "clients" })).toEqual({ contacts: [] });
      expect((await getBulk(ines, { act: "invite", chosen: readChosen({ c }) })).contacts).toEqual([]);
    }
    const nobody = await getBulk(ines, { act: null, chosen: { contacts: [newId()] } });
    expect(nobody).toMatchObject({ contacts: [], names: [] });
  }),
);

test(
  "only one's own workspaces and groups are offered, and those that are searched for",
  inWorld(async (world) => {
    const chosen = { contacts: [world.id("quinn")] };
    const noel = await world.inOrganization("noel");
    expect((await getBulk(noel, { act: "workspace", chosen })).workspaces).toEqual([]);
    expect((await getBulk(noel, { act: "group", chosen })).groups).toEqual([]);
    const offered = async (...names: Parameters<World["id"]>[0][]) =>
      (
        await getBulk(await world.inOrganization("ada"), {
          act: "group",
          chosen: { contacts: names.map(world.id) },
        })
      ).groups.map(({ name }) => name);
    expect(await offered("noel")).toEqual(["Lending team"]);
    expect(await offered("noel", "quinn")).toEqual(["Acme finance", "Lending team"]);
    const ada = await world.inOrganization("ada");
    await createWorkspace(ada, { command: newId(), name: "Bluebird tax", flow: { roles: [], actions: [] } });
    const { workspaces } = await getBulk(ada, { act: "workspace", chosen, find: "BIRD" });
    expect(workspaces.map(({ name }) => name)).toEqual(["Bluebird tax"]);
    expect(bulkActsFor(ada)).toContain("deactivate");
    expect(bulkActsFor(noel)).not.toContain("deactivate");
  }),
);

test(
  "more than ten thousand are not taken",
  inWorld(async (world) => {
    await knowClients(
      world,
      null,
      emails(10_001).map((email, i) => `x${i}${email}`),
    );
    const view = await getBulk(await world.inOrganization("ada"), {
      act: "invite",
      chosen: readChosen({ all: "1" }),
    });
    expect(view).toMatchObject({ isTooMany: true, contacts: [] });
  }),
);

test(
  "many are added to a workspace: the counts, and who was not and why; the same form again changes nothing",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const ids = await knowClients(world, null, emails(200));
    const form = {
      command: newId(),
      contacts: [...ids, world.id("quinn"), world.id("cleo"), world.id("otto")].join(","),
      workspace: world.workspaceId,
      note: "",
    };
    const input = AddManyToWorkspace.parse(form);
    const answer = await addManyToWorkspace(ada, input);
    expect(answer).toEqual({
      done: [
        { status: "invited", count: 200 },
        { status: "added", count: 1 },
      ],
      notDone: [
        { contact: world.id("cleo"), name: "Cleo", reason: "already a member" },
        expect.objectContaining({ reason: "no longer in your contacts" }),
      ],
      unsent: [],
      undo: { command: form.command, workspace: world.workspaceId },
    });
    const before = await world.census();
    expect(await addManyToWorkspace(ada, input)).toEqual(answer);
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "many are added to a group, invited, and deactivated, each once for one form",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const contacts = await knowClients(world, null, emails(3));
    const group = await addManyToGroup(ada, {
      ...{ command: newId(), group: world.groups.clients },
      contacts: [...contacts, world.id("cleo"), world.id("ines")],
    });
    expect(group.done).toEqual([{ status: "added", count: 3 }]);
    expect(group.notDone.map(({ name, reason }) => [name, reason])).toEqual([
      ["Cleo", "in this group already"],
      ["Ines", "this group is for clients"],
    ]);
    const command = newId();
    const invited = await inviteMany(ada, { command, contacts, note: null });
    const undo = { command, workspace: null };
    expect(invited).toEqual({ done: [{ status: "invited", count: 3 }], notDone: [], unsent: [], undo });
    const input = { command: newId(), contacts: [...contacts, world.id("omar"), world.id("ada")] };
    const gone = await deactivateMany(ada, input);
    expect(gone.done).toEqual([{ status: "deactivated", count: 3 }]);
    expect(gone.notDone.map(({ name }) => name)).toEqual(["Omar", "Ada"]);
    const before = await world.census();
    expect(await deactivateMany(ada, input)).toEqual(gone);
    expect(await world.census()).toEqual(before);
  }),
);

test.each([
  ["nobody", ""],
  ["nonsense", "abc"],
  ["too many", Array.from({ length: 10_001 }, () => newId()).join(",")],
])("a form with %s is refused", (_, contacts) => {
  const read = AddManyToWorkspace.safeParse({ command: newId(), contacts, workspace: newId(), note: "" });
  expect(read.success).toBe(false);
});

test(
  "a group that was deleted after it was offered, or never was, is refused beside its field",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const input = { command: newId(), contacts: [world.id("quinn")], group: world.groups.clients };
    await deleteGroup(ada, { group: world.groups.clients, name: "Acme finance" });
    for (const group of [world.groups.clients, newId()])
      await expect(addManyToGroup(ada, { ...input, group })).rejects.toMatchObject({
        code: "not_found",
        fields: { group: "This group is no longer there. Choose another one. Nothing was changed." },
      });
  }),
);
