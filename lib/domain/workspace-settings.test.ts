import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inScene, inWorld, useDatabase, type World } from "@/tests/world";
import { HandOver, handOver } from "./hand-over";
import { listTimeline, listTimelineGroups } from "./timeline";
import { getWorkspaceSettings, SaveWorkspace, saveWorkspace } from "./workspace-settings";

await useDatabase();

const told = async ({ db, orgId }: World) =>
  (
    await db.execute<{ kind: string; data: object }>(
      sql`select kind, data from activity where org_id = ${orgId} and kind like 'workspace_%' order by at, id`,
    )
  ).map(({ kind, data }) => [kind, data]);

const seen = JSON.stringify({ name: "Acme onboarding", dueOn: "" });

test(
  "the owner changes name and due date, an admin at the same time the name: neither overwrites the other",
  inWorld(async (world) => {
    const [omar, ada] = [await world.as("omar"), await world.as("ada")];
    const owners = SaveWorkspace.parse({ name: "Acme onboarding", dueOn: "2026-12-24", seen });
    const admins = SaveWorkspace.parse({ name: "Acme, second round", dueOn: "", seen });
    expect(await saveWorkspace(omar, owners)).toEqual({ changed: 1 });
    expect(await saveWorkspace(ada, admins)).toEqual({ changed: 1 });
    expect(await saveWorkspace(ada, admins)).toEqual({ changed: 0 });
    expect(await getWorkspaceSettings(await world.as("omar"))).toMatchObject({
      ...{ name: "Acme, second round", dueOn: "2026-12-24", archived: null },
      owner: { id: world.id("omar"), name: "Omar" },
      successors: [
        { id: world.id("ada"), name: "Ada" },
        { id: world.id("ines"), name: "Ines" },
      ],
    });
    expect(await told(world)).toEqual([
      ["workspace_edited", { fields: ["due date"] }],
      ["workspace_edited", { fields: ["name"] }],
    ]);
    const { items } = await listTimeline(ada, { find: "second round" });
    expect(items).toHaveLength(1);
  }),
);

test("a name is needed, and may stand in messages", () => {
  const reasons = (name: string) => SaveWorkspace.safeParse({ name, dueOn: "" }).error?.issues[0]?.message;
  expect(reasons(" ")).toBe("Give the workspace a name.");
  expect(reasons("Win at evil.com")).toBe("Leave out links, domains, e-mail addresses and phone numbers.");
  expect(reasons("Acme")).toBeUndefined();
});

test(
  "the owner hands over: the new owner manages, the former stays a member and cannot any more",
  inWorld(async (world) => {
    const [from, to] = [world.id("omar"), world.id("ines")];
    await world.db.execute(sql`update members set is_direct = false
      where org_id = ${world.orgId} and contact_id = ${to}`);
    expect(await handOver(await world.as("omar"), { from, to })).toEqual({ name: "Ines" });
    expect((await world.as("ines")).workspace).toMatchObject({ isOwner: true });
    expect((await world.as("omar")).workspace).toMatchObject({ isOwner: false, isMember: true });
    await expect(getWorkspaceSettings(await world.as("omar"))).rejects.toMatchObject({ code: "forbidden" });
    const direct = await world.db.execute(sql`select from members
      where org_id = ${world.orgId} and contact_id = ${to} and is_direct`);
    expect(direct).toHaveLength(1);
    expect(await told(world)).toEqual([["workspace_handed_over", { from: "Omar", name: "Ines" }]]);
    await expect(handOver(await world.as("ada"), { from, to: world.id("ada") })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await world.as("ines")).workspace).toMatchObject({ isOwner: true });
  }),
);

test(
  "nobody hands over to a client, to who has not joined, is deactivated or is no member",
  inScene(async (scene) => {
    const omar = await scene.as("omar");
    const from = scene.id("omar");
    await scene.db.execute(sql`update contacts set deactivated_at = now()
      where org_id = ${scene.orgId} and id = ${scene.id("ines")}`);
    const before = await scene.census();
    const reason = (to: string) =>
      handOver(omar, { from, to }).catch(({ code, fields }) => [code, fields.to]);
    expect(await reason(scene.id("cleo"))).toEqual(["invalid", "Cleo is a client. Choose an internal user."]);
    expect(await reason(scene.zoe)).toEqual([
      "invalid",
      "Zoe Ito has not joined yet. Choose somebody who has.",
    ]);
    expect(await reason(scene.id("ines"))).toEqual(["invalid", "Ines is deactivated. Choose somebody else."]);
    const gone = ["invalid", "This person is no longer a member. Choose somebody else."];
    expect(await reason(scene.id("noel"))).toEqual(gone);
    expect(await reason(scene.id("otto"))).toEqual(gone);
    expect((await scene.as("omar")).workspace).toMatchObject({ isOwner: true });
    expect(Object.keys(await scene.census())).toEqual(Object.keys(before));
    expect(HandOver.safeParse({ to: "", from }).error?.issues[0]?.message).toBe(
      "Choose who becomes the owner.",
    );
  }),
);

test(
  "an internal user narrows the timeline to a client group, a client is offered none",
  inScene(async (scene) => {
    const ines = await scene.inOrganization("ines");
    expect(await listTimelineGroups(ines)).toEqual([{ id: scene.board, name: "Bluebird partners" }]);
    expect(await listTimelineGroups(await scene.inOrganization("noel"))).toEqual([]);
    expect(await listTimelineGroups(await scene.inOrganization("cleo"))).toEqual([]);
    const count = async (group: string) => (await listTimeline(ines, { group })).items.length;
    expect(await count(scene.board)).toBe(1);
    expect(await count(scene.kim)).toBe(0);
  }),
);
