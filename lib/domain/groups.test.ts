import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { deactivateContacts } from "./deactivate";
import { removeFromGroup } from "./group-people";
import { createGroup, deleteGroup, editGroup, type NewGroup, removeGroupFromWorkspace } from "./groups";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { resendPortal } from "./resend-all";

await useDatabase();

const group = (more: Partial<NewGroup> = {}): NewGroup => ({
  command: newId(),
  kind: "client_group",
  name: "Bakers",
  description: null,
  managers: [],
  people: [],
  ...more,
});

test(
  "whoever creates a client group manages it; its people are contacts from then on, and nothing is sent",
  inWorld(async (world) => {
    const noel = await world.inOrganization("noel");
    const { id, outcomes } = await createGroup(noel, group({ people: [newClient("kim@acme.com")] }));
    expect(statuses({ outcomes })).toEqual(["added"]);
    const [row] = await world.db.execute(sql`
      select (select contact_id from group_managers where org_id = ${world.orgId} and group_id = ${id}) as manager,
        (select count(*)::int from group_members where org_id = ${world.orgId} and group_id = ${id}) as people`);
    expect(row).toEqual({ manager: world.id("noel"), people: 1 });
    expect(await world.outbox()).toEqual([]);
  }),
);

test(
  "two groups of one kind cannot have one name, whatever its case; nothing is written",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const before = await world.census();
    await expect(createGroup(ada, group({ name: "ACME Finance" }))).rejects.toThrow(
      "There is a client group called ACME Finance already.",
    );
    expect(await world.census()).toEqual(before);
    await createGroup(ada, group({ kind: "team", name: "Acme finance" }));
  }),
);

test(
  "managers are internal users of the organization: clients and strangers are refused",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    for (const managers of [[world.id("cleo")], [world.id("otto")], [newId()]])
      await expect(createGroup(ada, group({ managers }))).rejects.toMatchObject({ code: "invalid" });
    await editGroup(ada, {
      ...{
        group: world.groups.team,
        name: "Credit team",
        description: "Lends.",
        managers: [world.id("noel")],
      },
    });
    const rows = await world.db.execute(sql`select contact_id as id from group_managers
      where org_id = ${world.orgId} and group_id = ${world.groups.team}`);
    expect([...rows]).toEqual([{ id: world.id("noel") }]);
  }),
);

test(
  "a group is renamed and described, and takes no name that another of its kind has",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const bakers = await createGroup(ada, group());
    const edit = (name: string) =>
      editGroup(ada, { group: bakers.id, name, description: "Bake.", managers: [] });
    await expect(edit("acme finance")).rejects.toThrow(
      "There is a client group called acme finance already. Nothing was changed.",
    );
    await edit("Master bakers");
    const rows = await world.db.execute(sql`select name, sort_key as key, description from groups
      where org_id = ${world.orgId} and id = ${bakers.id}`);
    expect([...rows]).toEqual([{ name: "Master bakers", key: "master bakers", description: "Bake." }]);
  }),
);

test(
  "of two admins who edit a group at once neither takes back what the other changed; who is deactivated still manages it",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const [noel, ines, omar] = [world.id("noel"), world.id("ines"), world.id("omar")];
    const { id } = await createGroup(ada, group({ description: "Bake.", managers: [ines, omar] }));
    await deactivateContacts(ada, { contacts: [ines] });
    const seen = { name: "Bakers", description: "Bake.", managers: omar };
    await editGroup(ada, {
      group: id,
      seen,
      name: "Master bakers",
      description: "Bake.",
      managers: [omar, noel],
    });
    await editGroup(ada, { group: id, seen, name: "Bakers", description: "Bake more.", managers: [] });
    const rows =
      await world.db.execute(sql`select name, description, array(select contact_id from group_managers m
        where m.org_id = g.org_id and m.group_id = g.id order by contact_id) as managers
      from groups g where org_id = ${world.orgId} and id = ${id}`);
    const managers = [ines, noel].toSorted();
    expect([...rows]).toEqual([{ name: "Master bakers", description: "Bake more.", managers }]);
  }),
);

test(
  "a group is deleted by typing its name; who was in a workspace only through it leaves, contacts stay",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    await inviteMembers(ada, inviting([{ group: world.groups.clients }]));
    for (const name of ["Acme", "acme FINANCE", "Acmé finance", ""])
      await expect(deleteGroup(ada, { group: world.groups.clients, name })).rejects.toThrow(
        "Type the name to delete it: Acme finance.",
      );
    await deleteGroup(ada, { group: world.groups.clients, name: " Acme  finance " });
    expect((await world.as("quinn")).workspace.isMember).toBe(false);
    expect((await world.as("cleo")).workspace.isMember).toBe(true);
    expect(await world.inOrganization("quinn")).toBeDefined();
    const left = sql`select from groups where org_id = ${world.orgId} and id = ${world.groups.clients}`;
    expect(await world.db.execute(left)).toHaveLength(0);
  }),
);

test(
  "whoever acts on a group that was deleted, or taken out of the workspace, is told so; another's is as one there never was",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const { id } = await createGroup(ada, group());
    await expect(removeGroupFromWorkspace(ada, { group: id })).rejects.toMatchObject({
      code: "not_found",
      message: "Bakers is not in this workspace any more. Nothing was changed.",
    });
    await deleteGroup(ada, { group: id, name: "Bakers" });
    const foreign = newId();
    await world.db.execute(sql`insert into groups (org_id, id, kind, name, sort_key)
      values (${world.otherOrgId}, ${foreign}, 'client_group', 'Theirs', 'theirs')`);
    for (const gone of [id, foreign, newId()])
      for (const act of [
        () => deleteGroup(ada, { group: gone, name: "Bakers" }),
        () => editGroup(ada, { group: gone, name: "Bakers", description: null, managers: [] }),
        () => removeFromGroup(ada, { group: gone, contacts: [world.id("quinn")] }),
        () => resendPortal(ada, { group: gone }),
        () => removeGroupFromWorkspace(ada, { group: gone }),
      ])
        await expect(act()).rejects.toMatchObject({
          code: "not_found",
          message: "This group does not exist any more. Nothing was changed.",
        });
  }),
);
