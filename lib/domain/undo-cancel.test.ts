import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviteAround } from "@/tests/invitation-scene";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { archiveWorkspace } from "./archive";
import { newId } from "./id";
import { cancelMany } from "./invitation-acts";
import { undoCancelMany } from "./undo-cancel";

await useDatabase();

/** Ada cancels everything that is open. */
async function cancelAll(scene: Scene) {
  const { invited } = await inviteAround(scene);
  const ada = await scene.inOrganization("ada");
  const command = newId();
  expect((await cancelMany(ada, { command, invitations: Object.values(invited) })).done).toBe(4);
  return { ada, command, invited };
}

const openOnes = async (scene: Scene) =>
  (
    await scene.db.execute<{ address: string }>(sql`select address from invitations
      where org_id = ${scene.orgId} and status = 'pending' order by address`)
  ).map(({ address }) => address.split("@")[0]);

const waiting = async (scene: Scene) =>
  (await scene.outbox()).filter(({ kind, state }) => kind === "invitation" && state === "queued").length;

test(
  "what was cancelled in one act is open again, of every place, and its messages wait again",
  inScene(async (scene) => {
    const { ada, command } = await cancelAll(scene);
    expect([await openOnes(scene), await waiting(scene)]).toEqual([[], 0]);
    expect(await undoCancelMany(ada, { command })).toEqual({ undone: 4 });
    expect([await openOnes(scene), await waiting(scene)]).toEqual([["kim", "lee", "max", "zoe"], 4]);
    await expect(undoCancelMany(ada, { command })).rejects.toMatchObject({ code: "gone" });
  }),
);

test(
  "who has left, joined or been invited anew meanwhile stays as they are",
  inScene(async (scene) => {
    const { ada, command, invited } = await cancelAll(scene);
    await scene.db.execute(
      sql`delete from members where org_id = ${scene.orgId} and contact_id = ${scene.kim}`,
    );
    await scene.db.execute(sql`update contacts set deactivated_at = now() where org_id = ${scene.orgId}
      and email = 'max@acme.com'`);
    await scene.db.execute(sql`update invitations set expires_at = now() - interval '1 hour' where org_id = ${scene.orgId}
      and id = ${invited.zoe}`);
    expect(await undoCancelMany(ada, { command })).toEqual({ undone: 1 });
    expect(await openOnes(scene)).toEqual(["lee"]);
  }),
);

test(
  "only one's own act, only within two minutes, only what one still may see",
  inScene(async (scene) => {
    const { ada, command } = await cancelAll(scene);
    await expect(undoCancelMany(await scene.inOrganization("ines"), { command })).rejects.toMatchObject({
      code: "gone",
    });
    const demoted = { ...ada, actor: { ...ada.actor, isAdmin: false } };
    expect(await undoCancelMany(demoted, { command })).toEqual({ undone: 3 });
    await scene.db.execute(sql`update commands set created_at = created_at - interval '3 minutes'
      where org_id = ${scene.orgId}`);
    await expect(undoCancelMany(ada, { command })).rejects.toMatchObject({ code: "gone" });
    expect(await openOnes(scene)).toEqual(["kim", "max", "zoe"]);
  }),
);

test(
  "what somebody else has cancelled since stays cancelled",
  inScene(async (scene) => {
    const { ada, command, invited } = await cancelAll(scene);
    expect(await undoCancelMany(ada, { command })).toEqual({ undone: 4 });
    await scene.pass("10 seconds");
    await cancelMany(await scene.as("omar"), { command: newId(), invitations: [invited.kim] });
    await expect(undoCancelMany(ada, { command })).rejects.toMatchObject({ code: "gone" });
    expect(await openOnes(scene)).toEqual(["lee", "max", "zoe"]);
  }),
);

test(
  "what leads to a workspace that has been archived since stays cancelled",
  inScene(async (scene) => {
    const { ada, command } = await cancelAll(scene);
    await archiveWorkspace(await scene.as("omar"));
    expect(await undoCancelMany(ada, { command })).toEqual({ undone: 2 });
    expect(await openOnes(scene)).toEqual(["lee", "max"]);
  }),
);

test(
  "a reminder that waited waits again as well",
  inScene(async (scene) => {
    await scene.db.execute(sql`update messages set kind = 'invitation_reminder'
      where org_id = ${scene.orgId} and subject_id = ${scene.kimInvitation}`);
    const reminders = async () =>
      (await scene.outbox()).flatMap(({ kind, state }) => (kind === "invitation_reminder" ? state : []));
    const { ada, command } = await cancelAll(scene);
    expect(await reminders()).toEqual(["cancelled"]);
    await undoCancelMany(ada, { command });
    expect(await reminders()).toEqual(["queued"]);
  }),
);
