import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { suppressions } from "@/db/schema";
import { flowText, happened, hold, isComplete, together } from "@/tests/flow";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { completeAction, DeclineAction, declineAction, reopenAction } from "./actions";
import { newId } from "./id";
import { listTimeline } from "./timeline";
import { getWorkspace } from "./workspaces";

await useDatabase();

/** Cleo is the signatory, Ines the account lead, the lending team (Omar and Noel) reviews. */
async function staff(world: World): Promise<World> {
  await hold(world, world.roles.signatory, { contact: world.id("cleo") });
  await hold(world, world.roles.lead, { contact: world.id("ines") });
  await hold(world, world.roles.reviewer, { group: world.groups.team });
  return world;
}

const complete = async (world: World, name: Parameters<World["as"]>[0], action: string) =>
  completeAction(await world.as(name), { action });

const told = async (world: World) =>
  (await world.outbox())
    .map(({ kind, address, number }) => `${kind} ${address.split("@")[0]} ${number}`)
    .sort();

test(
  "actions of one stage are open together, in any order; the next stage waits for all of them",
  inWorld(async (plain) => {
    const world = await staff(plain);
    const { upload, approve, read } = world.actions;
    await together(world, approve);
    await expect(complete(world, "omar", read)).rejects.toMatchObject({ code: "conflict" });
    await complete(world, "ines", approve);
    expect(await told(world)).toEqual([]);
    await expect(complete(world, "omar", read)).rejects.toMatchObject({ code: "conflict" });
    await complete(world, "cleo", upload);
    expect(await told(world)).toEqual(["action_ready noel 1", "action_ready omar 1"]);
    await complete(world, "noel", read);
    expect(await isComplete(world)).toBe(true);
  }),
);

test(
  "the page lights every open action, and the timeline needs whoever holds one of them, also through a group",
  inWorld(async (plain) => {
    const world = await staff(plain);
    await together(world, world.actions.approve);
    await together(world, world.actions.read);
    const { actions } = await getWorkspace(await world.as("omar"));
    expect(actions.map(({ state, isMine }) => [state, isMine])).toEqual([
      ["next", false],
      ["next", false],
      ["next", true],
    ]);
    const { items } = await listTimeline(await world.as("omar"), { filter: "mine" });
    expect(items[0]?.next).toMatchObject({ title: "Read the summary", isMine: true });
    const other = await listTimeline(await world.as("ada"), { filter: "waiting" });
    expect(other.items[0]?.next).toMatchObject({ title: "Upload documents", isMine: false });
  }),
);

test(
  "whose turn it becomes gets one message, however many of the actions are theirs; nobody who acts, waits or may not be written to",
  inWorld(async (plain) => {
    const world = await staff(plain);
    await world.db.execute(sql`update actions set role_id = ${world.roles.reviewer}
      where org_id = ${world.orgId} and id = ${world.actions.approve}`);
    await together(world, world.actions.read);
    await world.db.insert(suppressions).values({
      orgId: world.orgId,
      address: "noel@northwind.example",
      reason: "bounced",
    });
    await complete(world, "cleo", world.actions.upload);
    expect(await told(world)).toEqual(["action_ready omar 1"]);
    expect((await world.outbox())[0]?.values).toMatchObject({
      actionTitle: "Approve scope",
      more: 1,
      roleName: "Reviewer",
      path: `/northwind/w/${world.workspaceId}#next`,
    });
  }),
);

test(
  "a holder who has not joined is not told, for the invitation waits",
  inWorld(async (plain) => {
    const world = await staff(plain);
    await world.db.execute(sql`update members set joined_at = null, seen_at = null
      where org_id = ${world.orgId} and workspace_id = ${world.workspaceId} and contact_id = ${world.id("ines")}`);
    await complete(world, "cleo", world.actions.upload);
    expect(await told(world)).toEqual([]);
  }),
);

test(
  "who acts is not told that it is their turn again",
  inWorld(async (plain) => {
    const world = await staff(plain);
    await hold(world, world.roles.lead, { contact: world.id("cleo") });
    await complete(world, "cleo", world.actions.upload);
    expect(await told(world)).toEqual([]);
  }),
);

const toApproval = async (plain: World) => {
  const world = await staff(plain);
  await complete(world, "cleo", world.actions.upload);
  return world;
};

test(
  "an approval is declined with a reason: the flow stops, the row says who and why, the owner is told",
  inWorld(async (plain) => {
    const world = await toApproval(plain);
    const action = world.actions.approve;
    await declineAction(await world.as("ines"), { action, reason: "The fee is wrong." });
    const { actions } = await getWorkspace(await world.as("cleo"));
    expect(actions.map(({ state }) => state)).toEqual(["done", "declined", "later"]);
    expect(actions[1]).toMatchObject({ declinedBy: "Ines", declineReason: "The fee is wrong." });
    expect((await world.outbox()).at(-1)).toMatchObject({
      kind: "action_declined",
      address: "omar@northwind.example",
      values: { personName: "Ines", actionTitle: "Approve scope", reason: "The fee is wrong." },
    });
    await expect(complete(world, "ines", action)).rejects.toMatchObject({ code: "conflict" });
    await expect(complete(world, "omar", world.actions.read)).rejects.toMatchObject({ code: "conflict" });
    const { items } = await listTimeline(await world.as("ines"), {});
    expect(items[0]?.next).toMatchObject({ isMine: false, isDeclined: true });
  }),
);

test(
  "anybody internal asks again; the holder is told again and can approve",
  inWorld(async (plain) => {
    const world = await toApproval(plain);
    const action = world.actions.approve;
    await declineAction(await world.as("ines"), { action, reason: null });
    await reopenAction(await world.as("ada"), { action });
    expect(await told(world)).toEqual([
      "action_declined omar 1",
      "action_ready ines 1",
      "action_ready ines 2",
    ]);
    await expect(reopenAction(await world.as("ada"), { action })).rejects.toMatchObject({ code: "conflict" });
    await complete(world, "ines", action);
    expect(await flowText(world)).toBe("Upload documents! → Approve scope! → Read the summary");
    expect(await happened(world)).toEqual([
      "action_completed",
      "action_declined",
      "action_reopened",
      "action_completed",
    ]);
  }),
);

test(
  "only an open approval of one's own can be declined",
  inWorld(async (plain) => {
    const world = await staff(plain);
    const { upload, approve } = world.actions;
    const decline = async (name: "cleo" | "ines" | "omar", action: string) =>
      declineAction(await world.as(name), { action, reason: null });
    await expect(decline("cleo", upload)).rejects.toMatchObject({ code: "conflict" });
    await expect(decline("ines", approve)).rejects.toMatchObject({ code: "conflict" });
    await complete(world, "cleo", upload);
    await expect(decline("omar", approve)).rejects.toMatchObject({ code: "conflict" });
    await expect(decline("ines", newId())).rejects.toMatchObject({ code: "conflict" });
    await decline("ines", approve);
  }),
);

test("a reason has at most 500 characters and nothing that cannot be stored", () => {
  const read = (reason: string) => DeclineAction.safeParse({ action: newId(), reason }).success;
  expect([read("x".repeat(500)), read("x".repeat(501)), read("a\0b")]).toEqual([true, false, false]);
});

test(
  "the owner who declines writes to nobody",
  inWorld(async (plain) => {
    const world = await toApproval(plain);
    await hold(world, world.roles.lead, { contact: world.id("omar") });
    const before = (await world.outbox()).length;
    await declineAction(await world.as("omar"), { action: world.actions.approve, reason: null });
    expect(await world.outbox()).toHaveLength(before);
  }),
);
