import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts, groupMembers } from "@/db/schema";
import { knowClients } from "@/tests/group-scene";
import { inviting, newClient } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { completeAction } from "./actions";
import { removeFromGroup } from "./group-people";
import { removeGroupFromWorkspace } from "./groups";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { listMembers, removeMember } from "./members";
import { resendAll } from "./resend-all";
import { assignRole } from "./roles";
import { getWorkspace } from "./workspaces";

await useDatabase();

/** Ines has added "Acme finance": Cleo (who is here by name), Quinn, and two whom nobody had invited. */
async function addFinance(world: World) {
  const [kim = "", jo = ""] = await knowClients(world, world.groups.clients, ["kim@acme.com", "jo@acme.com"]);
  const ines = await world.as("ines");
  await inviteMembers(ines, inviting([{ group: world.groups.clients }]));
  return { ines, kim, jo };
}

test(
  "a group is one row that counts who of it has joined; who came only with it stands inside it, not in the list",
  inWorld(async (world) => {
    const { ines } = await addFinance(world);
    const page = await listMembers(ines, { group: world.groups.clients });
    expect(page.groups).toMatchObject([
      { name: "Acme finance", kind: "client_group", people: 4, joined: 2, mayRemove: true },
    ]);
    expect(page.groups[0]?.waiting).toEqual(["jo@acme.com", "kim@acme.com"]);
    expect(page.clients.map(({ name }) => name)).toEqual(["Cleo"]);
    expect(page.total).toBe(7);
    expect(page.opened?.people.map(({ name, isJoined, isDirect }) => [name, isJoined, isDirect])).toEqual([
      ["jo@acme.com", false, false],
      ["kim@acme.com", false, false],
      ["Cleo", true, true],
      ["Quinn", true, false],
    ]);
    expect(page.opened?.people[0]?.invitation).not.toBeNull();
  }),
);

test(
  "who of a group has not joined and has no name goes by their number as people write it",
  inWorld(async (world) => {
    const phone = {
      orgId: world.orgId,
      id: newId(),
      kind: "client" as const,
      phone: "+14155550188",
      sortKey: "+1",
    };
    await world.db.insert(contacts).values(phone);
    await world.db
      .insert(groupMembers)
      .values({ orgId: world.orgId, groupId: world.groups.clients, contactId: phone.id });
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([{ group: world.groups.clients }]));
    expect((await listMembers(ines, {})).groups[0]?.waiting).toEqual(["+1 415 555 0188"]);
    await removeFromGroup(await world.inOrganization("ada"), {
      group: world.groups.clients,
      contacts: [phone.id],
    });
    const told = await world.db.execute<{ names: string[] }>(sql`select data -> 'names' as names from activity
      where org_id = ${world.orgId} and kind in ('members_left', 'group_people_removed')`);
    expect(told).toEqual([{ names: ["+1 415 555 0188"] }, { names: ["+1 415 555 0188"] }]);
  }),
);

test(
  "finding and Not Joined look at everybody, also at who came with a group",
  inWorld(async (world) => {
    const { ines } = await addFinance(world);
    const found = await listMembers(ines, { find: "quinn" });
    expect(found.clients.map(({ name, through }) => [name, through.map((one) => one.name)])).toEqual([
      ["Quinn", ["Acme finance"]],
    ]);
    expect(found.groups).toEqual([]);
    expect((await listMembers(ines, { find: "fina" })).groups).toHaveLength(1);
    const waiting = await listMembers(ines, { show: "not-joined" });
    expect(waiting.clients.map(({ name }) => name)).toEqual(["jo@acme.com", "kim@acme.com"]);
    expect(waiting.groups.map(({ name }) => name)).toEqual(["Acme finance"]);
  }),
);

test(
  "people and groups share one order, who has not joined first, page by page without gap or repeat",
  inWorld(async (world) => {
    const { ines } = await addFinance(world);
    const ada = await world.as("ada");
    await inviteMembers(ada, inviting([{ group: world.groups.team }]));
    await inviteMembers(ada, inviting(Array.from({ length: 60 }, (_, i) => newClient(`a${i}@acme.com`))));
    const first = await listMembers(ines, {});
    expect([...first.internal, ...first.clients, ...first.groups]).toHaveLength(50);
    const second = await listMembers(ines, { after: first.next ?? "" });
    const rows = [first, second].flatMap((page) =>
      [...page.internal, ...page.clients, ...page.groups]
        .sort((a, b) => a.order - b.order)
        .map(({ name }) => name),
    );
    expect(second.next).toBeNull();
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.slice(0, 5)).toEqual(["Ada", "Ines", "Lending team", "Omar", "a0@acme.com"]);
    expect(rows.slice(-2)).toEqual(["Acme finance", "Cleo"]);
  }),
);

test(
  "clients see groups and who is in them, but neither addresses nor who was invited how",
  inWorld(async (world) => {
    await addFinance(world);
    const page = await listMembers(await world.as("cleo"), { group: world.groups.clients });
    expect(page.groups).toMatchObject([{ people: 4, joined: 2, waiting: [], mayRemove: false }]);
    expect(page.opened?.people.map(({ address }) => address).filter(Boolean)).toEqual([
      "cleo@northwind.example",
    ]);
    expect(JSON.stringify(page)).not.toContain("kim@acme.com");
    expect(page.opened?.people.filter(({ invitation }) => invitation)).toEqual([]);
  }),
);

test(
  "a group that is not in the workspace, another organization's or none at all opens nothing",
  inWorld(async (world) => {
    const { ines } = await addFinance(world);
    for (const group of [world.groups.team, newId()])
      expect((await listMembers(ines, { group })).opened?.people).toEqual([]);
    expect((await listMembers(ines, { group: "not an id" })).opened).toBeNull();
    const otto = await world.asOtto();
    expect((await listMembers(otto, { group: world.groups.clients })).opened?.people).toEqual([]);
  }),
);

test(
  "who is here through a group is not removed singly, by whomever; with the group they leave",
  inWorld(async (world) => {
    const { ines, kim } = await addFinance(world);
    const ada = await world.as("ada");
    const before = await world.census();
    for (const contact of [kim, world.id("cleo")])
      await expect(removeMember(ada, { contact })).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringMatching(
          /is here through Acme finance\. Take them out of the group, or remove the group\.$/,
        ),
      });
    expect(await world.census()).toEqual(before);
    await removeGroupFromWorkspace(ines, { group: world.groups.clients });
    const page = await listMembers(ines, {});
    expect(page.groups).toEqual([]);
    expect(page.clients.map(({ name }) => name)).toEqual(["Cleo"]);
  }),
);

test(
  "a role held by a group shows it, and any one of its people may complete what the role owes",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await assignRole(ines, {
      command: newId(),
      role: world.roles.signatory,
      people: [{ group: world.groups.clients }],
    });
    const view = await getWorkspace(ines);
    expect(view.roles[0]).toMatchObject({ holder: { id: world.groups.clients, name: "Acme finance" } });
    expect(view.actions[0]).toMatchObject({ holder: "Acme finance", isMine: false });
    expect((await listMembers(ines, {})).groups[0]?.roles).toEqual(["Client signatory"]);
    await expect(completeAction(ines, { action: world.actions.upload })).rejects.toMatchObject({
      code: "conflict",
    });
    const quinn = await world.as("quinn");
    expect((await getWorkspace(quinn)).actions[0]?.isMine).toBe(true);
    expect(await completeAction(quinn, { action: world.actions.upload })).toEqual({
      title: "Upload documents",
    });
  }),
);

test(
  "somebody added quietly has no invitation until one is sent to them alone; nobody else gets one",
  inWorld(async (world) => {
    const { ines } = await addFinance(world);
    const [lee = "", max = ""] = await knowClients(world, null, ["lee@acme.com", "max@acme.com"]);
    for (const contactId of [lee, max]) {
      await world.db
        .insert(groupMembers)
        .values({ orgId: world.orgId, groupId: world.groups.clients, contactId });
      await world.db.execute(sql`
        insert into members (org_id, workspace_id, contact_id, is_direct, added_by)
        values (${world.orgId}, ${world.workspaceId}, ${contactId}, false, ${world.id("ines")})`);
    }
    const invitationOf = async (id: string) =>
      (await listMembers(ines, { group: world.groups.clients })).opened?.people.find(
        ({ contactId }) => contactId === id,
      )?.invitation;
    expect(await invitationOf(lee)).toBeNull();
    expect(await resendAll(ines, { contact: lee })).toEqual({ sent: 1, skipped: [] });
    expect(await invitationOf(lee)).not.toBeNull();
    expect(await invitationOf(max)).toBeNull();
    expect((await world.outbox()).filter(({ address }) => address === "lee@acme.com")).toHaveLength(1);
    const again = await resendAll(ines, { contact: lee });
    expect(again).toMatchObject({ sent: 0, skipped: [{ name: "lee@acme.com" }] });
    await expect(resendAll(ines, { contact: world.id("cleo") })).rejects.toMatchObject({ code: "not_found" });
    await expect(resendAll(await world.asOtto(), { contact: max })).rejects.toMatchObject({
      code: "not_found",
    });
  }),
);
