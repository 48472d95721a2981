import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { choosing, contactOf, draftClient, draftGroup } from "@/tests/drafting";
import { knowClients } from "@/tests/group-scene";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { addFromDraft } from "./add-people";
import { getDraft } from "./drafts";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { listMembers } from "./members";
import { inviteToPortal } from "./portal";
import { undoInvite } from "./undo";
import { undoPortal } from "./undo-portal";

await useDatabase();

const states = async (world: World) => (await world.outbox()).map(({ state }) => state);
const gone = { code: "gone" };

test(
  "while their messages are held, portal invitations are taken back and nothing is sent",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const contacts = await knowClients(world, null, ["kim@acme.com", "lee@acme.com"]);
    const command = newId();
    const answer = await inviteToPortal(ines, { command, contacts, note: null });
    expect(answer.heldUntil).toBeInstanceOf(Date);
    expect(await undoPortal(ines, { command })).toEqual({ gone: 0, undone: 2 });
    expect(await states(world)).toEqual(["cancelled", "cancelled"]);
    expect((await contactOf(world, "kim@acme.com"))?.state).toBe("quiet");
    await expect(undoPortal(ines, { command })).rejects.toMatchObject(gone);
    const again = await inviteToPortal(ines, { command: newId(), contacts, note: null });
    expect(statuses(again)).toEqual(["invited", "invited"]);
  }),
);

test(
  "what has been sent stays sent: only who still waits is taken back, and nobody is refused for it later",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const contacts = await knowClients(world, null, ["kim@acme.com", "lee@acme.com"]);
    const command = newId();
    await inviteToPortal(ines, { command, contacts, note: null });
    await world.db.execute(sql`update messages set state = 'sent', attempts = 1
      where org_id = ${world.orgId} and address = 'kim@acme.com'`);
    expect(await undoPortal(ines, { command })).toEqual({ gone: 1, undone: 1 });
    expect((await contactOf(world, "kim@acme.com"))?.state).toBe("invited");
    expect((await contactOf(world, "lee@acme.com"))?.state).toBe("quiet");
  }),
);

test(
  "nobody takes back what somebody else did, nor a workspace's invitations as the portal's",
  inWorld(async (world) => {
    const [ines, ada] = [await world.inOrganization("ines"), await world.inOrganization("ada")];
    const [kim = ""] = await knowClients(world, null, ["kim@acme.com"]);
    const command = newId();
    await inviteToPortal(ines, { command, contacts: [kim], note: null });
    await expect(undoPortal(ada, { command })).rejects.toMatchObject(gone);
    const members = inviting([newClient("lee@acme.com")]);
    await inviteMembers(await world.as("ines"), members);
    await expect(undoPortal(ines, { command: members.command })).rejects.toMatchObject(gone);
    expect(await states(world)).toEqual(["queued", "queued"]);
  }),
);

test(
  'the wizard\'s "Add to Contacts" can be taken back, for a person and for a group',
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const person = { kind: "client" as const, draft: await draftClient(ada) };
    const one = await addFromDraft(ada, person, choosing("contacts"));
    expect(await undoPortal(ada, { command: one.command ?? "" })).toEqual({ gone: 0, undone: 1 });
    const group = {
      kind: "client_group" as const,
      draft: await draftGroup(ada, "ann@acme.com, bob@acme.com"),
    };
    const both = await addFromDraft(ada, group, choosing("contacts"));
    expect(await undoPortal(ada, { command: both.command ?? "" })).toEqual({ gone: 0, undone: 2 });
    expect((await getDraft(ada, "client_group", group.draft)).added).toMatchObject({
      isUndone: true,
      sent: 0,
    });
    expect((await getDraft(ada, "client", person.draft)).added).toMatchObject({ isUndone: true, sent: 0 });
    expect(new Set(await states(world))).toEqual(new Set(["cancelled"]));
    expect(await contactOf(world, "ann@acme.com")).toMatchObject({ state: "quiet" });
  }),
);

/** Kim is added to the contacts and to a group whose workspace the one message to him tells of too. */
async function addWithGroup(world: World) {
  const groups = world.groups.clients;
  await inviteMembers(await world.as("ada"), { command: newId(), people: [{ group: groups }], note: null });
  const ada = await world.inOrganization("ada");
  const at = { kind: "client" as const, draft: await draftClient(ada, { groups }) };
  const { command, contact } = await addFromDraft(ada, at, choosing("contacts"));
  const open = () =>
    world.db.execute<{ workspace: string | null }>(sql`
      select i.workspace_id as workspace from invitations i where i.org_id = ${world.orgId}
        and i.contact_id = ${contact} and i.status = 'pending' order by i.workspace_id nulls first`);
  return { ada, command: command ?? "", open };
}

test(
  "taken back with it is the invitation to a group's workspace that the same message would have told of",
  inWorld(async (world) => {
    const { ada, command, open } = await addWithGroup(world);
    expect(await open()).toEqual([{ workspace: null }, { workspace: world.workspaceId }]);
    const { clients } = await listMembers(await world.as("ada"), { find: "kim@acme.com" });
    expect(clients).toMatchObject([{ invitation: { delivery: "none" } }]);
    expect(await undoPortal(ada, { command })).toEqual({ gone: 0, undone: 1 });
    expect(await open()).toEqual([]);
    expect((await contactOf(world, "kim@acme.com"))?.state).toBe("quiet");
  }),
);

test.each([
  ["was opened before", () => sql`created_at = created_at - interval '1 second'`],
  ["somebody else opened", ({ id }: World) => sql`invited_by = ${id("ines")}`],
  ["was told of by a message of its own", () => sql`sends = 1`],
])("an invitation to a workspace that %s stays open", (_, change) =>
  inWorld(async (world) => {
    const { ada, command, open } = await addWithGroup(world);
    await world.db.execute(sql`update invitations set ${change(world)}
      where org_id = ${world.orgId} and workspace_id is not null and sends = 0`);
    expect(await undoPortal(ada, { command })).toEqual({ gone: 0, undone: 1 });
    expect(await open()).toEqual([{ workspace: world.workspaceId }]);
    expect((await contactOf(world, "kim@acme.com"))?.state).toBe("invited");
  })(),
);

test(
  "added quietly, there is nothing to take back",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const at = { kind: "client" as const, draft: await draftClient(ada) };
    expect(await addFromDraft(ada, at, choosing("quiet"))).toMatchObject({ command: null, heldUntil: null });
  }),
);

test(
  "who was invited to a workspace only, and taken back, is quiet again",
  inWorld(async (world) => {
    const input = inviting([newClient("kim@acme.com")]);
    await inviteMembers(await world.as("ines"), input);
    await undoInvite(await world.as("ines"), { command: input.command });
    expect((await contactOf(world, "kim@acme.com"))?.state).toBe("quiet");
  }),
);
