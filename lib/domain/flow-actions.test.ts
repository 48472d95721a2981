import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { flowText, happened, hold, isComplete, manyActions, together } from "@/tests/flow";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { completeAction, declineAction } from "./actions";
import {
  AddAction,
  addAction,
  editAction,
  ReorderActions,
  removeAction,
  reorderActions,
} from "./flow-actions";
import { newId } from "./id";

await useDatabase();

const said = { kind: "todo" as const, instructions: null, start: "after" as const };
const order = ({ actions: { upload, approve, read } }: World) => [upload, approve, read];

/** Everything the flow can come to: Cleo uploads, Ines approves, Omar reads. */
async function finish(world: World, until = 3) {
  const steps = [
    ["signatory", "cleo"],
    ["lead", "ines"],
    ["reviewer", "omar"],
  ] as const;
  for (const [i, [role, name]] of steps.slice(0, until).entries()) {
    await hold(world, world.roles[role], { contact: world.id(name) });
    await completeAction(await world.as(name), { action: order(world)[i] ?? "" });
  }
}

test(
  "an action is added at the end, alone or together with the one before it",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    await addAction(ctx, { ...said, title: "Sign", role: world.roles.signatory });
    await addAction(ctx, { ...said, title: "Countersign", role: world.roles.lead, start: "together" });
    expect(await flowText(world)).toBe(
      "Upload documents → Approve scope → Read the summary → Sign + Countersign",
    );
    expect(await happened(world)).toEqual(["action_added", "action_added"]);
  }),
);

test(
  "adding to a completed flow opens it again and tells whose turn it is; completing that completes it",
  inWorld(async (world) => {
    await finish(world);
    expect(await isComplete(world)).toBe(true);
    const before = (await world.outbox()).length;
    const { id } = await addAction(await world.as("ada"), {
      ...said,
      title: "Sign",
      role: world.roles.signatory,
    });
    expect(await isComplete(world)).toBe(false);
    expect((await world.outbox()).slice(before)).toMatchObject([
      { kind: "action_ready", address: "cleo@northwind.example" },
    ]);
    await completeAction(await world.as("cleo"), { action: id });
    expect((await happened(world)).slice(-4)).toEqual([
      "action_added",
      "flow_reopened",
      "action_completed",
      "flow_completed",
    ]);
  }),
);

test(
  "removing what was left to do completes the flow",
  inWorld(async (world) => {
    await finish(world, 2);
    await removeAction(await world.as("ines"), { action: world.actions.read });
    expect(await flowText(world)).toBe("Upload documents! → Approve scope!");
    expect(await isComplete(world)).toBe(true);
  }),
);

test(
  "an action starts together with the one before, takes those with it along, and can start alone again",
  inWorld(async (world) => {
    await together(world, world.actions.read);
    const edit = async (start: "after" | "together") =>
      editAction(await world.as("ines"), {
        ...said,
        action: world.actions.approve,
        title: "Approve the scope",
        kind: "approval",
        role: world.roles.lead,
        start,
      });
    await edit("together");
    expect(await flowText(world)).toBe("Upload documents + Approve the scope + Read the summary");
    await edit("after");
    expect(await flowText(world)).toBe("Upload documents → Approve the scope + Read the summary");
  }),
);

test(
  "the new holder of an open action is told, and told of it once only",
  inWorld(async (world) => {
    await hold(world, world.roles.lead, { contact: world.id("omar") });
    const give = async (role: string) =>
      editAction(await world.as("ines"), { ...said, action: world.actions.upload, title: "Upload", role });
    await give(world.roles.lead);
    await give(world.roles.signatory);
    await give(world.roles.lead);
    expect(await world.outbox()).toMatchObject([{ kind: "action_ready", address: "omar@northwind.example" }]);
  }),
);

test(
  "of a completed action the words change, not its kind, role or start",
  inWorld(async (world) => {
    await finish(world, 1);
    const ctx = await world.as("ines");
    const was = { ...said, action: world.actions.upload, title: "Upload all", role: world.roles.signatory };
    await editAction(ctx, was);
    for (const change of [{ kind: "approval" as const }, { role: world.roles.lead }])
      await expect(editAction(ctx, { ...was, ...change })).rejects.toMatchObject({ code: "conflict" });
    expect(await flowText(world)).toBe("Upload all! → Approve scope → Read the summary");
  }),
);

test(
  "a declined approval stays an approval",
  inWorld(async (world) => {
    await finish(world, 1);
    await hold(world, world.roles.lead, { contact: world.id("ines") });
    const ctx = await world.as("ines");
    await declineAction(ctx, { action: world.actions.approve, reason: null });
    const edit = { ...said, action: world.actions.approve, title: "Approve", role: world.roles.lead };
    await expect(editAction(ctx, edit)).rejects.toMatchObject({ code: "conflict" });
  }),
);

test(
  "the order changes by steps and as a whole, and nothing is written when it stays",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const [a = "", b = "", c = ""] = order(world);
    await reorderActions(ctx, { seen: [a, b, c], up: c });
    await reorderActions(ctx, { seen: [a, c, b], down: a });
    expect(await flowText(world)).toBe("Read the summary → Upload documents → Approve scope");
    await reorderActions(ctx, { seen: [c, a, b], order: [b, a, c] });
    expect(await flowText(world)).toBe("Approve scope → Upload documents → Read the summary");
    await reorderActions(ctx, { seen: [b, a, c], up: b });
    expect(await happened(world)).toEqual(["flow_reordered", "flow_reordered", "flow_reordered"]);
  }),
);

test(
  "an open action does not move above a completed one, nor a completed one below an open one",
  inWorld(async (world) => {
    await finish(world, 1);
    const ctx = await world.as("ines");
    const seen = order(world);
    for (const input of [{ up: world.actions.approve }, { down: world.actions.upload }])
      await expect(reorderActions(ctx, { seen, ...input })).rejects.toMatchObject({
        message: "Completed actions stay above open ones. Nothing was changed.",
      });
    await reorderActions(ctx, { seen, up: world.actions.read });
  }),
);

test(
  "an order that leaves out, repeats or invents actions is refused, and so is one made from what is no longer there",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const seen = order(world);
    const [a = "", b = "", c = ""] = seen;
    for (const wrong of [
      [a, b],
      [a, b, b],
      [a, b, c, c],
      [a, b, newId()],
    ])
      await expect(reorderActions(ctx, { seen, order: wrong })).rejects.toMatchObject({ code: "invalid" });
    for (const stale of [[b, a, c], [a, b], []])
      await expect(reorderActions(ctx, { seen: stale, order: [c, b, a] })).rejects.toMatchObject({
        message: "The flow changed meanwhile. Look again.",
      });
    await expect(reorderActions(ctx, { seen, up: newId() })).rejects.toMatchObject({ code: "not_found" });
    expect(await flowText(world)).toBe("Upload documents → Approve scope → Read the summary");
  }),
);

test(
  "roles and actions of elsewhere do not exist",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const [foreign] = await world.db.execute<{ id: string }>(
      sql`select id from roles where org_id = ${world.otherOrgId} limit 1`,
    );
    for (const role of [newId(), foreign?.id ?? ""])
      await expect(addAction(ctx, { ...said, title: "Sign", role })).rejects.toMatchObject({
        code: "not_found",
      });
    const edit = { ...said, title: "Sign", role: world.roles.lead };
    await expect(editAction(ctx, { ...edit, action: newId() })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeAction(ctx, { action: newId() })).rejects.toMatchObject({ code: "not_found" });
  }),
);

test(
  "a workspace has at most 200 actions",
  inWorld(async (world) => {
    await manyActions(world, 197);
    const add = async () =>
      addAction(await world.as("ines"), { ...said, title: "Sign", role: world.roles.lead });
    await expect(add()).rejects.toMatchObject({ code: "limited" });
    await removeAction(await world.as("ines"), { action: world.actions.read });
    await add();
  }),
);

test("titles are one line of at most 120 characters; an order is a list of ids", () => {
  const titled = (title: string) =>
    AddAction.safeParse({ ...said, title, role: newId(), instructions: "" }).success;
  expect(["x".repeat(120), "x".repeat(501), "a\0b", "", "a\nb"].map(titled)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  const orders = ["", newId(), `${newId()},${newId()}`, "1,2", `${newId()},`, "\0"];
  expect(orders.map((seen) => ReorderActions.safeParse({ seen }).success)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
