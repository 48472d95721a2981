import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { people } from "@/tests/group-scene";
import { inviting } from "@/tests/inviting";
import type { Scene } from "@/tests/scene";
import { inScene, inWorld, useDatabase } from "@/tests/world";
import { removeGroupFromWorkspace } from "./groups";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { removeMember } from "./members";
import { assignRole, unassignRole } from "./roles";
import { lastUndoable, undoAct } from "./undoable";
import { getWorkspace } from "./workspaces";

await useDatabase();

async function rig(scene: Scene) {
  const ada = await scene.as("ada");
  const role = scene.roles.reviewer;
  const give = (contact: string, holder = "") =>
    assignRole(ada, { command: newId(), role, people: [{ contact }], holder });
  const undo = async (act?: string) => undoAct(ada, { act: act ?? (await lastUndoable(ada))?.id ?? "" });
  const holder = async () => {
    const [row] = await scene.db.execute<{ id: string | null }>(
      sql`select holder_id as id from roles where org_id = ${scene.orgId} and id = ${role}`,
    );
    return row?.id ?? null;
  };
  return { ada, role, give, undo, holder };
}

test(
  "a role given to a member is held as before, or by nobody, and that is told",
  inScene(async (scene) => {
    const { ada, give, undo, holder } = await rig(scene);
    await give(scene.id("omar"));
    expect(await lastUndoable(ada)).toMatchObject({ kind: "role_assigned", name: "Reviewer" });
    await give(scene.kim, scene.id("omar"));
    expect(await undo()).toEqual({ name: "Reviewer" });
    expect(await holder()).toBe(scene.id("omar"));
    await give(scene.kim, scene.id("omar"));
    await undo();
    await unassignRole(ada, { role: scene.roles.reviewer, holder: scene.id("omar") });
    await give(scene.kim);
    await undo();
    expect(await holder()).toBeNull();
    expect((await getWorkspace(ada)).activity[0]).toMatchObject({
      kind: "role_unassigned",
      data: { role: "Reviewer", name: "Kim Lee" },
    });
  }),
);

test(
  "nothing is changed once somebody else holds it, or who held it before has left",
  inScene(async (scene) => {
    const { ada, role, give, undo, holder } = await rig(scene);
    await give(scene.id("cleo"));
    const first = (await lastUndoable(ada))?.id;
    await give(scene.kim, scene.id("cleo"));
    await expect(undo(first)).rejects.toMatchObject({ code: "gone" });
    const second = (await lastUndoable(ada))?.id;
    await removeMember(ada, { contact: scene.id("cleo") });
    await expect(undo(second)).rejects.toMatchObject({ code: "gone" });
    expect(await holder()).toBe(scene.kim);
    await unassignRole(ada, { role, holder: scene.kim });
    await expect(undo(second)).rejects.toMatchObject({ code: "gone" });
  }),
);

test(
  "whoever was in through a group only is so again, and leaves with it",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const { clients: group } = world.groups;
    await inviteMembers(ada, inviting([{ group }]));
    const given = { command: newId(), role: world.roles.reviewer, holder: "" };
    await assignRole(ada, { ...given, people: [{ contact: world.id("quinn") }] });
    expect(await people(world)).toContain("quinn");
    await undoAct(ada, { act: (await lastUndoable(ada))?.id ?? "" });
    expect(await people(world)).toContain("quinn (group)");
    await removeGroupFromWorkspace(ada, { group });
    expect((await people(world)).join()).not.toContain("quinn");
    expect(await people(world)).toContain("cleo");
  }),
);
