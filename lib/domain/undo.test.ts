import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, memberOf, newClient, statuses, withoutLimits } from "@/tests/inviting";
import { rowsRead } from "@/tests/rows-read";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { createContact } from "./add-contacts";
import { recall } from "./commands";
import { newId } from "./id";
import { type InviteRecord, inviteMembers } from "./invite";
import { inviteToPortal } from "./portal";
import { undoInvite } from "./undo";
import { countStanding } from "./undo-write";
import { createWorkspace } from "./workspaces";

await useDatabase();

test(
  "while messages are held, undo takes everybody back out and sends nothing",
  inWorld(async (world) => {
    const input = inviting([newClient("kim@acme.com"), { contact: world.id("noel") }]);
    await inviteMembers(await world.as("ines"), input);
    expect(await undoInvite(await world.as("ines"), { command: input.command })).toEqual({
      gone: 0,
      undone: 2,
      made: null,
    });
    expect((await world.outbox()).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
    expect(await memberOf(world, "kim@acme.com")).toBeUndefined();
    expect((await world.as("noel")).workspace.isMember).toBe(false);
    const again = await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    expect(statuses(again)).toEqual(["invited"]);
  }),
);

test(
  "where some of the messages have gone it says how many, and who they are to stays",
  inWorld(async (world) => {
    const input = inviting([
      newClient("kim@acme.com"),
      newClient("lee@acme.com"),
      { contact: world.id("noel") },
    ]);
    await inviteMembers(await world.as("ines"), input);
    await world.db.execute(sql`update messages set state = 'sent', attempts = 1
      where org_id = ${world.orgId} and (address = 'kim@acme.com' or kind = 'workspace_added')`);
    const { command } = input;
    expect(await undoInvite(await world.as("ines"), { command })).toMatchObject({ undone: 1, gone: 2 });
    expect(await memberOf(world, "kim@acme.com")).toBeDefined();
    expect(await memberOf(world, "lee@acme.com")).toBeUndefined();
    expect((await world.as("noel")).workspace.isMember).toBe(true);
  }),
);

test(
  "counting what stands of an act reads no other messages of the organization",
  inWorld(async (world) => {
    await withoutLimits(world);
    const ines = await world.as("ines");
    const others = inviting(Array.from({ length: 300 }, (_, i) => newClient(`other-${i}@many.example`)));
    await inviteMembers(ines, others);
    const { command, ...act } = inviting([newClient("kim@acme.com"), { contact: world.id("noel") }]);
    await inviteMembers(ines, { command, ...act });
    await world.db.execute(sql`analyze /* every organization */ messages`);
    const record = await recall<InviteRecord>(world.db, ines, command);
    const counted: number[] = [];
    const read = await rowsRead(world.db, "messages", async (tx) => {
      counted.push(await countStanding(tx, ines, { command, ...record }));
    });
    expect(counted).toEqual([2]);
    expect(read).toBeLessThan(20);
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

/** Who is in the cast's workspace, which invitations are open and what waits to be sent. */
const standing = async ({ db, orgId, workspaceId }: World) => {
  const [row] = await db.execute(sql`select
    (select json_agg(contact_id order by contact_id) from members
      where org_id = ${orgId} and workspace_id = ${workspaceId}) as members,
    (select json_agg(group_id) from workspace_groups where org_id = ${orgId} and workspace_id = ${workspaceId}) as groups,
    (select json_agg(status order by id) from invitations where org_id = ${orgId}) as invitations,
    (select json_agg(state order by id) from messages where org_id = ${orgId}) as messages`);
  return row;
};

test(
  "an act is taken back in the workspace it was done in; through another one nobody leaves and nothing is stopped",
  inWorld(async (world) => {
    const group = { group: world.groups.clients };
    await inviteMembers(await world.as("omar"), inviting([group]));
    await world.pass("1 minute");
    const { id } = await createWorkspace(await world.inOrganization("ines"), {
      ...{ command: newId(), name: "Bluebird tax", flow: { roles: [], actions: [] } },
    });
    const input = inviting([group, newClient("kim@acme.com")]);
    await inviteMembers(await world.as("ines", id), input);
    const before = await standing(world);
    const { command } = input;
    await expect(undoInvite(await world.as("ines"), { command })).rejects.toMatchObject({ code: "gone" });
    expect(await standing(world)).toEqual(before);
    expect(await undoInvite(await world.as("ines", id), { command })).toEqual({
      gone: 0,
      undone: 3,
      made: null,
    });
  }),
);

test(
  "what was sent to the portal is nothing to take back in a workspace",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const { id } = await createContact(ines, {
      ...{ kind: "client", name: "Kim Lee", email: "kim@acme.com", phone: null, company: null },
      ...{ title: null, language: null, groups: [] },
    });
    const command = newId();
    await inviteToPortal(ines, { command, contacts: [id], note: null });
    await expect(undoInvite(ines, { command })).rejects.toMatchObject({ code: "gone" });
  }),
);
