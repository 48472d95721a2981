import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { tokenFor } from "@/tests/kim";
import type { Scene } from "@/tests/scene";
import { inScene, inWorld, useDatabase, type World } from "@/tests/world";
import { joinByLink } from "./accept";
import { completeAction } from "./actions";
import { newId } from "./id";
import { cancelInvitation } from "./invitations";
import { inviteMembers } from "./invite";
import { removeMember } from "./members";
import { assignByAddress, assignRole, unassignRole } from "./roles";
import { undoInvite } from "./undo";
import { getWorkspace } from "./workspaces";

await useDatabase();

const viewFor = async (world: World, who: "ines" | "cleo" | "quinn") => getWorkspace(await world.as(who));

const roleIn = async (world: World, id: string) =>
  (await viewFor(world, "ines")).roles.find((role) => role.id === id);

const happened = async (world: World, kind: string) =>
  (await viewFor(world, "ines")).activity.filter((item) => item.kind === kind).map(({ data }) => data);

/** Hands the signatory's role, which Cleo holds, to somebody. */
const handOver = async (scene: Scene, to: { contact: string } | { group: string }) =>
  assignRole(await scene.as("ines"), {
    command: newId(),
    role: scene.roles.signatory,
    holder: scene.id("cleo"),
    people: [to],
  });

test(
  "handing a role over hands its open actions over at once; what was completed stays whose it was",
  inScene(async (scene) => {
    await inviteMembers(await scene.as("ines"), inviting([{ contact: scene.id("quinn") }]));
    const more = newId();
    await scene.db.execute(sql`insert into actions (org_id, id, workspace_id, role_id, kind, title, position, stage)
      values (${scene.orgId}, ${more}, ${scene.workspaceId}, ${scene.roles.signatory}, 'todo', 'Sign', 9, 0)`);
    await completeAction(await scene.as("cleo"), { action: scene.actions.upload });
    expect(statuses(await handOver(scene, { contact: scene.id("quinn") }))).toEqual(["added"]);

    const { actions } = await viewFor(scene, "quinn");
    expect(actions.find(({ id }) => id === scene.actions.upload)).toMatchObject({ completedBy: "Cleo" });
    expect(actions.find(({ id }) => id === more)).toMatchObject({ isMine: true, holder: "Quinn" });
    await expect(completeAction(await scene.as("cleo"), { action: more })).rejects.toMatchObject({
      code: "conflict",
    });
    await completeAction(await scene.as("quinn"), { action: more });
  }),
);

test(
  "who held it stays a member, and the activity tells both",
  inScene(async (scene) => {
    await handOver(scene, { contact: scene.kim });
    expect((await scene.as("cleo")).workspace.isMember).toBe(true);
    expect(await happened(scene, "role_reassigned")).toEqual([
      { role: "Client signatory", name: "Kim Lee", from: "Cleo" },
    ]);
  }),
);

test(
  "what somebody owes who has not joined waits, and is theirs when they join",
  inScene(async (scene) => {
    await handOver(scene, { contact: scene.kim });
    const waiting = (await viewFor(scene, "ines")).actions[0];
    expect(waiting).toMatchObject({ holder: "Kim Lee", state: "next" });
    const joined = await joinByLink(scene.visitor(), { token: await tokenFor(scene) });
    expect(joined.state).toBe("joined");
    const [kim] = await scene.db.execute<{ user: string }>(
      sql`select user_id as "user" from contacts where org_id = ${scene.orgId} and id = ${scene.kim}`,
    );
    const ctx = await scene.as("cleo");
    const asKim = { ...ctx, actor: { ...ctx.actor, contactId: scene.kim, userId: kim?.user ?? "" } };
    await completeAction(asKim, { action: scene.actions.upload });
    expect((await viewFor(scene, "ines")).actions[0]).toMatchObject({ completedBy: "Kim Lee" });
  }),
);

test(
  "a role can be handed over to a client group, and from it to a new address",
  inScene(async (scene) => {
    await handOver(scene, { group: scene.groups.clients });
    expect(await roleIn(scene, scene.roles.signatory)).toMatchObject({ holder: { name: "Acme finance" } });
    await assignByAddress(await scene.as("ines"), {
      command: newId(),
      role: scene.roles.signatory,
      holder: scene.groups.clients,
      address: "lee@acme.com",
      kind: "client",
    });
    expect(await roleIn(scene, scene.roles.signatory)).toMatchObject({
      holder: { name: "lee@acme.com", isJoined: false },
    });
    expect((await scene.outbox()).at(-1)?.values).toMatchObject({
      roleName: "Client signatory",
      firstAction: "Upload documents",
    });
  }),
);

test(
  "who acts upon a holder that is no longer is told who holds the role now, and nothing is changed",
  inScene(async (scene) => {
    await handOver(scene, { contact: scene.kim });
    const before = await scene.census();
    const late = { message: "Client signatory was just given to Kim Lee. Nothing was changed." };
    await expect(handOver(scene, { contact: scene.id("quinn") })).rejects.toMatchObject({
      code: "conflict",
      ...late,
    });
    const ines = await scene.as("ines");
    const { signatory: role } = scene.roles;
    await expect(unassignRole(ines, { role, holder: scene.id("cleo") })).rejects.toMatchObject(late);
    const people = [newClient("lee@acme.com")];
    await expect(inviteMembers(ines, inviting(people, { role }))).rejects.toMatchObject(late);
    expect(await scene.census()).toEqual(before);
  }),
);

test(
  "a role that was unassigned meanwhile says so; one given to its own holder too",
  inScene(async (scene) => {
    const { signatory: role } = scene.roles;
    await expect(handOver(scene, { contact: scene.id("cleo") })).rejects.toThrow("theirs already");
    await unassignRole(await scene.as("ines"), { role, holder: scene.id("cleo") });
    const again = unassignRole(await scene.as("ines"), { role, holder: scene.id("cleo") });
    await expect(again).rejects.toThrow("Client signatory was just unassigned. Nothing was changed.");
  }),
);

test(
  "an unassigned role is free, its holder stays a member and keeps the open invitation",
  inScene(async (scene) => {
    await handOver(scene, { contact: scene.kim });
    const { signatory: role } = scene.roles;
    await unassignRole(await scene.as("ines"), { role, holder: scene.kim });
    expect(await roleIn(scene, role)).toMatchObject({ holder: null, openActions: ["Upload documents"] });
    expect(await happened(scene, "role_unassigned")).toEqual([{ role: "Client signatory", name: "Kim Lee" }]);
    const joined = await joinByLink(scene.visitor(), { token: await tokenFor(scene) });
    expect(joined.state).toBe("joined");
  }),
);

test(
  "removing a member frees their roles, and the activity names them",
  inScene(async (scene) => {
    await removeMember(await scene.as("ada"), { contact: scene.id("cleo") });
    expect(await roleIn(scene, scene.roles.signatory)).toMatchObject({ holder: null });
    expect(await happened(scene, "role_unassigned")).toEqual([{ role: "Client signatory", name: "Cleo" }]);
  }),
);

test(
  "taking an invitation back gives the role back to who held it, unless they have left",
  inScene(async (scene) => {
    const ines = await scene.as("ines");
    const { signatory: role } = scene.roles;
    const take = async (address: string, holder: string) => {
      const command = newId();
      await assignRole(ines, { command, role, holder, people: [newClient(address)] });
      return command;
    };
    await undoInvite(ines, { command: await take("lee@acme.com", scene.id("cleo")) });
    expect(await roleIn(scene, role)).toMatchObject({ holder: { name: "Cleo" } });
    const command = await take("max@acme.com", scene.id("cleo"));
    await removeMember(await scene.as("ada"), { contact: scene.id("cleo") });
    await undoInvite(ines, { command });
    expect(await roleIn(scene, role)).toMatchObject({ holder: null });
  }),
);

test(
  "a member to whom nothing can be sent just now takes a role all the same",
  inScene(async (scene) => {
    await cancelInvitation(await scene.as("ada"), { invitation: scene.kimInvitation });
    await scene.db.execute(sql`update invitations set sent_at = now()
      where org_id = ${scene.orgId} and id = ${scene.kimInvitation}`);
    expect(statuses(await handOver(scene, { contact: scene.kim }))).toEqual(["added"]);
    expect(await roleIn(scene, scene.roles.signatory)).toMatchObject({ holder: { name: "Kim Lee" } });
  }),
);

test(
  "an address that cannot be invited fills no role, and the same form sent again with another one does",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const form = { command: newId(), role: world.roles.lead, kind: "internal" as const };
    const before = await world.census();
    const wrong = assignByAddress(ines, { ...form, address: "zoe@northwind.example" });
    await expect(wrong).rejects.toThrow(
      "zoe@northwind.example: Only admins can invite new internal users. Ask an admin. Nothing was changed.",
    );
    await expect(assignByAddress(ines, { ...form, address: "zoe@" })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await world.census()).toEqual(before);
    expect(await assignByAddress(ines, { ...form, address: "noel@northwind.example" })).toEqual({
      name: "Noel",
    });
  }),
);
