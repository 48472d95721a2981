import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newInternal } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { addSelf } from "./add-self";
import type { WorkspaceContext } from "./context";
import { newId } from "./id";
import { answerInternalRequest, getInternalRequest } from "./internal-requests";
import { inviteMembers } from "./invite";
import { requestInternal } from "./request-internal";
import { assignRole, unassignRole } from "./roles";
import { getWorkspace } from "./workspaces";

await useDatabase();

const ZOE = "zoe@new.example";

/** Ines asks for Zoe; answers where that is kept. */
async function ask(world: World, role?: string): Promise<{ workspace: string; request: string }> {
  await requestInternal(await world.as("ines"), { address: ZOE, role });
  const [row] = await world.db.execute<{ id: string }>(sql`select id from activity
    where org_id = ${world.orgId} and kind = 'internal_requested'`);
  return { workspace: world.workspaceId, request: row?.id ?? "" };
}

const adminOutside = async (world: World) => {
  await world.db.execute(
    sql`update contacts set is_admin = true where org_id = ${world.orgId} and id = ${world.id("noel")}`,
  );
  return world.inOrganization("noel");
};

const kindsOf = async (ctx: WorkspaceContext) =>
  (await getWorkspace(ctx)).activity.map(({ kind, actor }) => `${actor}: ${kind}`);

test(
  "the message to the admins leads to the request, which says who asks for whom and for which role",
  inWorld(async (world) => {
    const at = await ask(world, world.roles.lead);
    const [message] = await world.outbox();
    expect(message?.values).toMatchObject({
      path: `/${world.slug}/w/${world.workspaceId}/asked/${at.request}`,
      roleName: "Account lead",
    });
    const noel = await adminOutside(world);
    const before = await world.census();
    expect(await getInternalRequest(noel, at)).toMatchObject({
      requester: "Ines",
      address: ZOE,
      workspace: { name: (await world.as("ines")).workspace.name },
      role: { id: world.roles.lead, name: "Account lead", holder: "", former: null, takenBy: null },
      isMember: false,
      answered: null,
    });
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "an admin outside the workspace does all of it in one act: member, invitation, role, each recorded",
  inWorld(async (world) => {
    const at = await ask(world, world.roles.lead);
    const noel = await adminOutside(world);
    const answer = { ...at, command: newId(), role: world.roles.lead, holder: "" };
    expect(await answerInternalRequest(noel, answer)).toEqual({ name: ZOE });

    const inside = await world.as("noel");
    expect(inside.workspace.isMember).toBe(true);
    const { roles } = await getWorkspace(inside);
    expect(roles.find(({ id }) => id === world.roles.lead)?.holder).toMatchObject({
      name: ZOE,
      isJoined: false,
    });
    expect((await world.outbox()).at(-1)).toMatchObject({
      kind: "invitation",
      address: ZOE,
      values: { roleName: "Account lead", firstAction: "Approve scope" },
    });
    expect((await kindsOf(inside)).sort()).toEqual([
      "Ines: internal_requested",
      "Noel: internal_request_answered",
      "Noel: member_added_self",
      "Noel: members_invited",
      "Noel: role_assigned",
    ]);
    expect(await getInternalRequest(noel, at)).toMatchObject({ answered: { by: "Noel" }, isMember: true });
  }),
);

test(
  "a second press and another admin are told that it is done, and change nothing",
  inWorld(async (world) => {
    const at = await ask(world);
    const noel = await adminOutside(world);
    await answerInternalRequest(await world.inOrganization("ada"), { ...at, command: newId() });
    const before = await world.census();
    for (const admin of [noel, await world.inOrganization("ada")])
      await expect(answerInternalRequest(admin, { ...at, command: newId() })).rejects.toMatchObject({
        code: "conflict",
        message: `Ada has invited ${ZOE} already. Nothing was changed.`,
      });
    expect(await world.census()).toEqual(before);
    expect((await world.as("noel")).workspace.isMember).toBe(false);
  }),
);

test(
  "what cannot be done in full is not done at all: the admin is no member either",
  inWorld(async (world) => {
    const { lead: role } = world.roles;
    const at = await ask(world, role);
    const noel = await adminOutside(world);
    const omar = [{ contact: world.id("omar") }];
    await assignRole(await world.as("ines"), { command: newId(), role, people: omar });
    const answer = { ...at, command: newId(), role, holder: "" };
    const before = await world.census();
    await expect(answerInternalRequest(noel, answer)).rejects.toThrow(
      "Account lead was just given to Omar. Nothing was changed.",
    );
    await world.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${world.orgId}, ${ZOE}, 'opted_out')`);
    await expect(answerInternalRequest(noel, { ...answer, role: "" })).rejects.toThrow(
      `${ZOE}: asked not to be invited again. Nothing was changed.`,
    );
    await world.db.execute(sql`delete from suppressions where org_id = ${world.orgId}`);
    expect(await world.census()).toEqual(before);
    expect(await getInternalRequest(noel, at)).toMatchObject({ role: { takenBy: "Omar", former: null } });
    expect(await answerInternalRequest(noel, { ...answer, role: "" })).toEqual({ name: ZOE });
  }),
);

test(
  "asked for in place of somebody, the role is taken over from them and from nobody else",
  inWorld(async (world) => {
    const { reviewer: role } = world.roles;
    const ines = await world.as("ines");
    const omar = [{ contact: world.id("omar") }];
    await assignRole(ines, { command: newId(), role, people: omar });
    const at = await ask(world, role);
    const ada = await world.inOrganization("ada");
    expect(await getInternalRequest(ada, at)).toMatchObject({ role: { former: "Omar", takenBy: null } });
    await unassignRole(ines, { role, holder: world.id("omar") });
    expect(await getInternalRequest(ada, at)).toMatchObject({ role: { former: null, takenBy: null } });
  }),
);

test(
  "an address that has become a client's is refused by name",
  inWorld(async (world) => {
    const at = await ask(world);
    await inviteMembers(await world.as("ines"), {
      command: newId(),
      people: [{ address: ZOE, kind: "client", name: "Zoe Ito" }],
      note: null,
    });
    const answer = { ...at, command: newId() };
    await expect(answerInternalRequest(await world.inOrganization("ada"), answer)).rejects.toThrow(
      `${ZOE} belongs to Zoe Ito, a client.`,
    );
  }),
);

test(
  "whom an admin has invited meanwhile is answered for without a second message",
  inWorld(async (world) => {
    const at = await ask(world);
    const people = [newInternal(ZOE)];
    await inviteMembers(await world.as("ada"), { command: newId(), people, note: null });
    const messages = (await world.outbox()).length;
    await answerInternalRequest(await world.inOrganization("ada"), { ...at, command: newId() });
    expect(await world.outbox()).toHaveLength(messages);
  }),
);

test(
  "requests of other workspaces and other organizations, and other activity, are none",
  inWorld(async (world) => {
    const { request } = await ask(world);
    const ada = await world.inOrganization("ada");
    await addSelf(await adminOutside(world), { workspace: world.workspaceId });
    const [other] = await world.db.execute<{ id: string }>(sql`select id from activity
      where org_id = ${world.orgId} and kind = 'member_added_self'`);
    const wrong: [typeof ada, { workspace: string; request: string }][] = [
      [ada, { workspace: world.otherWorkspaceId, request }],
      [ada, { workspace: world.workspaceId, request: other?.id ?? "" }],
      [ada, { workspace: world.workspaceId, request: newId() }],
      [await world.asOtto(), { workspace: world.workspaceId, request }],
    ];
    for (const [ctx, at] of wrong) {
      await expect(getInternalRequest(ctx, at)).rejects.toMatchObject({ code: "not_found" });
      const answer = answerInternalRequest(ctx, { ...at, command: newId() });
      await expect(answer).rejects.toMatchObject({ code: "not_found" });
    }
  }),
);

test(
  "an admin adds themselves once, and everybody can see it",
  inWorld(async (world) => {
    const noel = await adminOutside(world);
    await addSelf(noel, { workspace: world.workspaceId });
    await addSelf(noel, { workspace: world.workspaceId });
    const inside = await world.as("noel");
    expect(inside.workspace.isMember).toBe(true);
    expect(await kindsOf(await world.as("cleo"))).toEqual(["Noel: member_added_self"]);
    await expect(addSelf(noel, { workspace: world.otherWorkspaceId })).rejects.toMatchObject({
      code: "not_found",
    });
  }),
);
