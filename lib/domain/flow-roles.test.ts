import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { roles, workspaceLinks } from "@/db/schema";
import { happened, hold } from "@/tests/flow";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { AddRole, addRole, editRole, removeRole, reorderRoles } from "./flow-roles";
import { newId } from "./id";
import { getWorkspace } from "./workspaces";

await useDatabase();

const shown = async (world: World) =>
  (await getWorkspace(await world.as("ines"))).roles.map(
    ({ name, audience, openActions }) => `${name} (${audience}) ${openActions.length}`,
  );

const START = ["Client signatory (client) 1", "Account lead (internal) 1", "Reviewer (any) 1"];

test(
  "a role is added after the others, unassigned; each has a name of its own",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    await addRole(ctx, { name: "Notary", audience: "client" });
    expect(await shown(world)).toEqual([...START, "Notary (client) 0"]);
    await expect(addRole(ctx, { name: "nótary", audience: "any" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(
      editRole(ctx, { role: world.roles.lead, name: "NOTARY", audience: "any" }),
    ).rejects.toMatchObject({ code: "conflict" });
    await editRole(ctx, { role: world.roles.lead, name: "account lead", audience: "any" });
    expect(await happened(world)).toEqual(["role_added", "role_edited"]);
  }),
);

test(
  "who may fill a role changes, unless its holder, a person or a group, would not fit",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const edit = (audience: "client" | "internal" | "any") =>
      editRole(ctx, { role: world.roles.reviewer, name: "Reviewer", audience });
    await edit("client");
    await edit("any");
    await hold(world, world.roles.reviewer, { contact: world.id("omar") });
    await expect(edit("client")).rejects.toMatchObject({
      code: "conflict",
      message: "Omar holds this role and is no client. Nothing was changed; assign somebody else first.",
    });
    await edit("internal");
    await edit("any");
    await hold(world, world.roles.reviewer, { group: world.groups.clients });
    await expect(edit("internal")).rejects.toMatchObject({
      fields: { audience: "Acme finance holds this role and is no internal user." },
    });
    await edit("client");
  }),
);

test(
  "a role with actions goes only when another role takes them; its holder stays a member and is not the next any more",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const { signatory, lead } = world.roles;
    await hold(world, signatory, { contact: world.id("cleo") });
    await hold(world, lead, { contact: world.id("omar") });
    await expect(removeRole(ctx, { role: signatory })).rejects.toMatchObject({
      code: "conflict",
      message: "Client signatory has 1 action. Choose the role that takes over. Nothing was changed.",
    });
    expect(await shown(world)).toEqual(START);
    await removeRole(ctx, { role: signatory, to: lead });
    expect(await shown(world)).toEqual(["Account lead (internal) 2", "Reviewer (any) 1"]);
    expect((await world.as("cleo")).workspace.isMember).toBe(true);
    expect(await world.outbox()).toMatchObject([{ kind: "action_ready", address: "omar@northwind.example" }]);
    expect(await happened(world)).toEqual(["role_removed"]);
  }),
);

test(
  "a Workspace Link that gave the role gives none, and stays",
  inWorld(async (world) => {
    const link = newId();
    await world.db.insert(workspaceLinks).values({
      orgId: world.orgId,
      id: link,
      workspaceId: world.workspaceId,
      roleId: world.roles.reviewer,
      createdBy: world.id("ada"),
      expiresAt: sql`now() + interval '1 day'`,
    });
    await removeRole(await world.as("ines"), { role: world.roles.reviewer, to: world.roles.lead });
    const rows = await world.db.execute(
      sql`select id, role_id from workspace_links where org_id = ${world.orgId}`,
    );
    expect([...rows]).toEqual([{ id: link, role_id: null }]);
  }),
);

test(
  "roles of elsewhere do not exist, and no role takes its own actions",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const { lead, reviewer } = world.roles;
    for (const input of [{ role: newId() }, { role: lead, to: newId() }, { role: lead, to: lead }])
      await expect(removeRole(ctx, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(editRole(ctx, { role: newId(), name: "X", audience: "any" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(reorderRoles(ctx, { seen: [lead], up: newId() })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      reorderRoles(ctx, { seen: [lead, reviewer], order: [reviewer, lead] }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await shown(world)).toEqual(START);
  }),
);

test(
  "roles move by steps and as a whole",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const { signatory, lead, reviewer } = world.roles;
    await reorderRoles(ctx, { seen: [signatory, lead, reviewer], up: reviewer });
    expect(await shown(world)).toEqual([START[0], START[2], START[1]]);
    await reorderRoles(ctx, { seen: [signatory, reviewer, lead], order: [lead, reviewer, signatory] });
    expect(await shown(world)).toEqual([START[1], START[2], START[0]]);
  }),
);

test(
  "steps of a role asked for before the page shows the first all count",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const { signatory, lead, reviewer } = world.roles;
    const seen = [signatory, lead, reviewer];
    await reorderRoles(ctx, { seen, up: reviewer });
    await reorderRoles(ctx, { seen, up: reviewer });
    expect(await shown(world)).toEqual([START[2], START[0], START[1]]);
  }),
);

test(
  "a workspace has at most 50 roles",
  inWorld(async (world) => {
    await world.db.insert(roles).values(
      Array.from({ length: 47 }, (_, i) => ({
        orgId: world.orgId,
        workspaceId: world.workspaceId,
        id: newId(),
        name: `Role ${i}`,
        position: 3 + i,
      })),
    );
    await expect(
      addRole(await world.as("ines"), { name: "One more", audience: "any" }),
    ).rejects.toMatchObject({ code: "limited" });
  }),
);

test("a role's name is one line that may stand in messages", () => {
  const named = (name: string) => AddRole.safeParse({ name, audience: "any" }).success;
  expect(["Notary", "x".repeat(61), "a\0b", "see evil.example", ""].map(named)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
