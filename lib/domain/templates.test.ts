import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeTemplate, onboarding, role, starting, step, templating } from "@/tests/templating";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { flowOfWorkspace, listTemplates, TEMPLATES_PAGE } from "./template-list";
import { startFromTemplate } from "./template-use";
import {
  CreateTemplate,
  createTemplate,
  deleteTemplate,
  duplicateTemplate,
  editTemplate,
  getTemplate,
} from "./templates";

await useDatabase();

const names = async (world: World, who: "ada" | "ines" | "noel", scope?: "mine" | "shared") =>
  (await listTemplates(await world.inOrganization(who), { scope })).rows.map(({ name }) => name);

/** A change of a template as its form would send it. */
const changing = (template: string, version: string, more: Record<string, unknown> = {}) => {
  const { command: _, ...details } = templating(onboarding, more);
  return { ...details, template, version };
};

test(
  "a private template is its owner's alone: for everybody else, admins too, it does not exist",
  inWorld(async (world) => {
    const [ada, ines, noel] = await Promise.all((["ada", "ines", "noel"] as const).map(world.inOrganization));
    if (!ada || !ines || !noel) throw new Error("nobody");
    const id = await makeTemplate(ines, onboarding, { name: "Own", visibility: "private" });
    await makeTemplate(ada, onboarding, { name: "Everybody's" });
    expect(await names(world, "ines")).toEqual(["Everybody's", "Own"]);
    expect(await names(world, "ines", "mine")).toEqual(["Own"]);
    expect(await names(world, "ines", "shared")).toEqual(["Everybody's"]);
    expect(await names(world, "ada")).toEqual(["Everybody's"]);
    const { version } = await getTemplate(ines, id);
    const before = await world.census();
    for (const ctx of [ada, noel, await world.asOtto()]) {
      const refused = { code: "not_found" };
      await expect(getTemplate(ctx, id)).rejects.toMatchObject(refused);
      await expect(editTemplate(ctx, changing(id, version))).rejects.toMatchObject(refused);
      await expect(deleteTemplate(ctx, { template: id })).rejects.toMatchObject(refused);
    }
    const command = newId();
    await expect(
      world.db.transaction((tx) => duplicateTemplate({ ...ada, db: tx }, { template: id, command })),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "a shared one is used by every internal user, and changed by its owner and admins; only its owner makes it private",
  inWorld(async (world) => {
    const [ada, ines, noel] = await Promise.all((["ada", "ines", "noel"] as const).map(world.inOrganization));
    if (!ada || !ines || !noel) throw new Error("nobody");
    const id = await makeTemplate(ines);
    const seen = await getTemplate(noel, id);
    expect(seen).toMatchObject({ owner: "Ines", isMine: false, mayEdit: false, flow: onboarding });
    await expect(editTemplate(noel, changing(id, seen.version))).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      editTemplate(ada, changing(id, seen.version, { visibility: "private" })),
    ).rejects.toMatchObject({
      fields: { visibility: "Only its owner can make a template private." },
    });
    await editTemplate(ada, changing(id, seen.version, { name: "Onboarding, new" }));
    const { name, version } = await getTemplate(noel, id);
    expect(name).toBe("Onboarding, new");
    await editTemplate(ines, changing(id, version, { visibility: "private" }));
    await expect(getTemplate(noel, id)).rejects.toMatchObject({ code: "not_found" });
  }),
);

test(
  "of two changes of one version the second is refused in words, and overwrites nothing",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const id = await makeTemplate(ines);
    const { version } = await getTemplate(ines, id);
    await editTemplate(ines, changing(id, version, { name: "First" }));
    await expect(editTemplate(ines, changing(id, version, { name: "Second" }))).rejects.toThrow(
      "Somebody changed this template meanwhile. Nothing was saved",
    );
    const now = await getTemplate(ines, id);
    expect(now.name).toBe("First");
    expect(Number(now.version)).toBeGreaterThan(Number(version));
  }),
);

test(
  "a template sent twice is one; a copy is private and the copier's own; deleting leaves workspaces as they are",
  inWorld(async (world) => {
    const [ines, noel] = [await world.inOrganization("ines"), await world.inOrganization("noel")];
    const input = templating();
    const { id } = await createTemplate(ines, input);
    expect(await createTemplate(ines, input)).toEqual({ id });
    const copy = { template: id, command: newId() };
    const made = await duplicateTemplate(noel, copy);
    expect(await duplicateTemplate(noel, copy)).toEqual(made);
    expect(await getTemplate(noel, made.id)).toMatchObject({
      name: "Copy of Client onboarding",
      visibility: "private",
      isMine: true,
      flow: onboarding,
    });
    const roles = onboarding.roles.map(({ name }) => name);
    const start = starting(id, [], { name: "Acme", roles });
    const { workspace } = await startFromTemplate(ines, start);
    expect(await deleteTemplate(ines, { template: id })).toEqual({ name: "Client onboarding" });
    await expect(getTemplate(ines, id)).rejects.toMatchObject({ code: "not_found" });
    const [row] = await world.db.execute(sql`select count(*)::int as n from actions
      where org_id = ${world.orgId} and workspace_id = ${workspace.id}`);
    expect(row).toEqual({ n: 3 });
  }),
);

test("50 roles and 200 actions pass, more and what does not fit together is refused in words", () => {
  const roles = Array.from({ length: 50 }, (_, i) => role(`Role ${i + 1}`));
  const actions = Array.from({ length: 200 }, (_, i) => step(`Action ${i + 1}`, i % 50));
  expect(templating({ roles, actions }).flow.actions).toHaveLength(200);
  const refusalOf = (flow: object) => {
    const read = CreateTemplate.safeParse({ ...templating(), flow: JSON.stringify(flow) });
    return read.error?.issues[0]?.message;
  };
  expect(refusalOf({ roles, actions: [...actions, step("One more", 0)] })).toBe("Use at most 200 actions.");
  expect(refusalOf({ roles, actions: Array(500).fill(step("Many", 0)) })).toBe("Use at most 200 actions.");
  expect(refusalOf({ roles: [...roles, role("One more")], actions: [] })).toBe("Use at most 50 roles.");
  expect(refusalOf({ roles: [role("Signatory"), role("SIGNATORY")], actions: [] })).toBe(
    "Two roles have the same name.",
  );
  expect(refusalOf({ roles: [role("Signatory")], actions: [step("Sign", 1)] })).toBe(
    "Choose a role for each action.",
  );
  for (const dueInDays of ["abc", "-1", "1.5", "3651", 1e9])
    expect(refusalOf({ roles: [role("Signatory")], actions: [{ ...step("Sign", 0), dueInDays }] })).toMatch(
      /^Enter days as a whole number/,
    );
});

test.each([
  "null",
  "[]",
  '{"roles": 7, "actions": "x"}',
  '{"roles": [{"name": ""}], "actions": []}',
  '{"roles": [], "actions": [{"title": "Sign", "kind": "todo", "role": 4, "dueInDays": null, "isParallel": false}]}',
])("a damaged template is listed, opened and put right, never an error: %s", (flow) =>
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const id = await makeTemplate(ines);
    await world.db.execute(
      sql`update templates set flow = ${flow}::jsonb where org_id = ${world.orgId} and id = ${id}`,
    );
    expect((await listTemplates(ines, {})).rows).toHaveLength(1);
    const seen = await getTemplate(ines, id);
    expect(seen.flow).toBeNull();
    const command = newId();
    await expect(
      world.db.transaction((tx) => duplicateTemplate({ ...ines, db: tx }, { template: id, command })),
    ).rejects.toMatchObject({ code: "conflict" });
    await editTemplate(ines, changing(id, seen.version));
    expect((await getTemplate(ines, id)).flow).toEqual(onboarding);
  })(),
);

test(
  "the list is paged by name, and searched in it",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const rows = Array.from({ length: TEMPLATES_PAGE + 3 }, (_, i) => ({
      id: newId(),
      name: `Flow ${i + 100}`,
    }));
    await world.db.execute(sql`
      insert into templates (org_id, id, name, sort_key, owner_id, visibility, flow)
      select ${world.orgId}, r.id, r.name, lower(r.name), ${world.id("noel")}, 'shared', ${JSON.stringify(onboarding)}::jsonb
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, name text)`);
    const first = await listTemplates(ines, {});
    expect(first.rows).toHaveLength(TEMPLATES_PAGE);
    expect(first.rows[0]).toMatchObject({ name: "Flow 100", roles: 4, actions: 3, owner: "Noel" });
    const second = await listTemplates(ines, { after: first.next ?? "" });
    expect(second.rows.map(({ name }) => name)).toEqual(["Flow 150", "Flow 151", "Flow 152"]);
    expect(second.next).toBeNull();
    const found = await listTemplates(ines, { find: "LOW 11" });
    expect(found.rows.map(({ name }) => name)).toEqual(rows.slice(10, 20).map(({ name }) => name));
    for (const after of ["x", "~", "\0~\0", `y~${newId()}x`])
      expect((await listTemplates(ines, { after })).rows).toHaveLength(TEMPLATES_PAGE);
  }),
);

test(
  "a workspace becomes a template: roles, actions with their instructions, stages and days, and nobody who holds a role",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await world.db.execute(sql`update actions set stage = 0, due_on = current_date + 5, instructions = 'Read chapter 4 first.'
      where org_id = ${world.orgId} and id = ${world.actions.approve}`);
    await world.db.execute(sql`update workspaces set created_at = now() - interval '2 days'
      where org_id = ${world.orgId} and id = ${world.workspaceId}`);
    await world.db.execute(sql`update actions set due_on = current_date - 30
      where org_id = ${world.orgId} and id = ${world.actions.read}`);
    expect(await flowOfWorkspace(ines)).toEqual({
      name: "Acme onboarding",
      flow: {
        roles: [role("Client signatory", "client"), role("Account lead", "internal"), role("Reviewer")],
        actions: [
          step("Upload documents", 0),
          step("Approve scope", 1, {
            ...{ kind: "approval", dueInDays: 7, isParallel: true },
            instructions: "Read chapter 4 first.",
          }),
          step("Read the summary", 2, { kind: "acknowledgement", dueInDays: 0 }),
        ],
      },
    });
    const { flow } = await flowOfWorkspace(ines);
    expect(templating(flow).flow).toEqual(flow);
  }),
);
