import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addLink, person, requestsOf, usesOf } from "@/tests/joining";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { editRole } from "./flow-roles";
import { newId } from "./id";
import { cancelInvitation } from "./invitations";
import { decideRequests } from "./join-decide";
import { followLink } from "./join-use";
import { removeMember } from "./members";
import { assignRole, unassignRole } from "./roles";
import { lastUndoable, undoAct } from "./undoable";

await useDatabase();

const stateOf = async ({ db, orgId, workspaceId }: Scene) => {
  const [row] = await db.execute<Record<string, unknown>>(sql`select
    (select json_agg(m order by m.contact_id) from members m where m.org_id = ${orgId} and m.workspace_id = ${workspaceId}) as members,
    (select json_agg(json_build_array(r.id, r.holder_id, r.holder_group_id) order by r.id) from roles r where r.org_id = ${orgId}) as roles,
    (select json_agg(i order by i.id) from invitations i where i.org_id = ${orgId}) as invitations,
    (select json_agg(json_build_array(m.id, m.state) order by m.id) from messages m where m.org_id = ${orgId}) as messages`);
  return row;
};

const actOf = async (scene: Scene, name: "ada" | "ines" = "ada") =>
  (await lastUndoable(await scene.as(name)))?.id ?? "";

test(
  "a removed member is in again, with role, invitation and what waited to be sent",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    await assignRole(ada, { command: newId(), role: scene.roles.reviewer, people: [{ contact: scene.kim }] });
    const before = await stateOf(scene);
    await removeMember(ada, { contact: scene.kim });
    expect(await stateOf(scene)).not.toEqual(before);
    expect(await lastUndoable(ada)).toMatchObject({ kind: "member_removed", name: "Kim Lee" });
    await undoAct(ada, { act: await actOf(scene) });
    expect(await stateOf(scene)).toEqual(before);
    expect(await lastUndoable(ada)).toBeNull();
  }),
);

test(
  "a role that was given away meanwhile stays where it is",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    await removeMember(ada, { contact: scene.id("cleo") });
    const act = await actOf(scene);
    await assignRole(await scene.as("ines"), {
      command: newId(),
      role: scene.roles.signatory,
      people: [{ contact: scene.kim }],
    });
    await undoAct(ada, { act });
    const [role] = await scene.db.execute(
      sql`select holder_id from roles where org_id = ${scene.orgId} and id = ${scene.roles.signatory}`,
    );
    expect(role).toEqual({ holder_id: scene.kim });
  }),
);

test(
  "a cancelled invitation is open again with the same link",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    const before = await stateOf(scene);
    await cancelInvitation(ada, { invitation: scene.kimInvitation });
    await undoAct(ada, { act: await actOf(scene) });
    expect(await stateOf(scene)).toEqual(before);
  }),
);

test(
  "an unassigned role is held again; once it is somebody else's it is not",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    const before = await stateOf(scene);
    const held = { role: scene.roles.signatory, holder: scene.id("cleo") };
    await unassignRole(ada, held);
    expect(await lastUndoable(ada)).toMatchObject({ kind: "role_unassigned", name: "Client signatory" });
    await undoAct(ada, { act: await actOf(scene) });
    expect(await stateOf(scene)).toEqual(before);
    await unassignRole(ada, held);
    const act = await actOf(scene);
    await assignRole(ada, {
      command: newId(),
      role: scene.roles.signatory,
      people: [{ contact: scene.kim }],
    });
    await expect(undoAct(ada, { act })).rejects.toMatchObject({ code: "gone" });
  }),
);

/** Lee asks by a link with one use, and Ines declines. */
async function declined(scene: Scene) {
  const link = await addLink(scene, { maxUses: 1 });
  await followLink(await person(scene, "lee@acme.com"), { token: link.token });
  const [request] = await requestsOf(scene);
  const ines = await scene.as("ines");
  const decision = { decision: "decline" as const, requests: [request?.id ?? ""], reason: null };
  await decideRequests(ines, decision);
  return { link, ines, decision };
}

test(
  "a declined request waits again, with its use, while nobody was told; declining anew tells them once",
  inScene(async (scene) => {
    const { link, ines, decision } = await declined(scene);
    expect(await usesOf(scene, link.id)).toBe(0);
    await undoAct(ines, { act: await actOf(scene, "ines") });
    expect(await requestsOf(scene)).toMatchObject([{ status: "pending", reason: null }]);
    expect(await usesOf(scene, link.id)).toBe(1);
    await decideRequests(ines, decision);
    const told = (await scene.outbox()).filter(({ kind }) => kind === "request_declined");
    expect(told).toHaveLength(1);
  }),
);

test(
  "once they have been told, or somebody took the use, declining stands",
  inScene(async (scene) => {
    const { link, ines } = await declined(scene);
    const act = await actOf(scene, "ines");
    await scene.db.execute(
      sql`update workspace_links set uses = 1 where org_id = ${scene.orgId} and id = ${link.id}`,
    );
    await expect(undoAct(ines, { act })).rejects.toMatchObject({ code: "gone" });
    await scene.db.execute(
      sql`update workspace_links set uses = 0 where org_id = ${scene.orgId} and id = ${link.id}`,
    );
    await scene.db.execute(sql`update messages set state = 'sent'
      where org_id = ${scene.orgId} and kind = 'request_declined'`);
    await expect(undoAct(ines, { act })).rejects.toMatchObject({ code: "gone" });
    expect(await requestsOf(scene)).toMatchObject([{ status: "declined" }]);
  }),
);

test(
  "an act is undone once, by whom it was done, within two minutes",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    await cancelInvitation(ada, { invitation: scene.kimInvitation });
    const act = await actOf(scene);
    expect(await lastUndoable(await scene.as("ines"))).toBeNull();
    await expect(undoAct(await scene.as("ines"), { act })).rejects.toMatchObject({ code: "gone" });
    await undoAct(ada, { act });
    await expect(undoAct(ada, { act })).rejects.toMatchObject({ code: "gone" });
    await cancelInvitation(ada, { invitation: scene.kimInvitation });
    const late = await actOf(scene);
    await scene.db.execute(sql`update undoable_acts set created_at = now() - interval '121 seconds'
      where org_id = ${scene.orgId}`);
    expect(await lastUndoable(ada)).toBeNull();
    await expect(undoAct(ada, { act: late })).rejects.toMatchObject({ code: "gone" });
  }),
);

test(
  "a role that is for others by now goes back to nobody, and who is restored comes without it",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    const role = scene.roles.reviewer;
    const forInternal = { role, name: "Reviewer", audience: "internal" as const };
    const people = [{ contact: scene.kim }];
    await assignRole(ada, { command: newId(), role, people });
    await unassignRole(ada, { role, holder: scene.kim });
    const unassigned = await actOf(scene);
    await editRole(ada, forInternal);
    await expect(undoAct(ada, { act: unassigned })).rejects.toMatchObject({ code: "gone" });
    await editRole(ada, { ...forInternal, audience: "any" });
    await assignRole(ada, { command: newId(), role, people });
    await removeMember(ada, { contact: scene.kim });
    const removed = await actOf(scene);
    await editRole(ada, forInternal);
    await undoAct(ada, { act: removed });
    const [held] = await scene.db.execute(
      sql`select holder_id from roles where org_id = ${scene.orgId} and id = ${role}`,
    );
    expect(held).toEqual({ holder_id: null });
  }),
);

test(
  "what somebody else has cancelled since stays cancelled",
  inScene(async (scene) => {
    const [ada, omar] = [await scene.as("ada"), await scene.as("omar")];
    await cancelInvitation(ada, { invitation: scene.kimInvitation });
    const act = await actOf(scene);
    await scene.db.execute(sql`update invitations set status = 'pending', closed_at = null
      where org_id = ${scene.orgId} and id = ${scene.kimInvitation}`);
    await scene.pass("10 seconds");
    await cancelInvitation(omar, { invitation: scene.kimInvitation });
    await expect(undoAct(ada, { act })).rejects.toMatchObject({ code: "gone" });
  }),
);

test(
  "what was undone is not undone again after the same was done anew, nor through another workspace",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    const held = { role: scene.roles.signatory, holder: scene.id("cleo") };
    await unassignRole(ada, held);
    const act = await actOf(scene);
    const elsewhere = { ...ada, workspace: { ...ada.workspace, id: newId() } };
    await expect(undoAct(elsewhere, { act })).rejects.toMatchObject({ code: "gone" });
    await undoAct(ada, { act });
    await unassignRole(ada, held);
    await expect(undoAct(ada, { act })).rejects.toMatchObject({ code: "gone" });
    expect(await lastUndoable(ada)).toMatchObject({ kind: "role_unassigned" });
  }),
);

test(
  "who was deactivated since comes back into no workspace, and a link opens nothing at an address that is not theirs now",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    await removeMember(ada, { contact: scene.id("cleo") });
    const removed = await actOf(scene);
    await scene.db.execute(sql`update contacts set deactivated_at = now()
      where org_id = ${scene.orgId} and id = ${scene.id("cleo")}`);
    await expect(undoAct(ada, { act: removed })).rejects.toMatchObject({ code: "gone" });
    await cancelInvitation(ada, { invitation: scene.kimInvitation });
    const cancelled = await actOf(scene);
    await scene.db.execute(sql`update contacts set email = 'kim@elsewhere.example'
      where org_id = ${scene.orgId} and id = ${scene.kim}`);
    await expect(undoAct(ada, { act: cancelled })).rejects.toMatchObject({ code: "gone" });
  }),
);
