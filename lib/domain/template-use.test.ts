import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { holdersIn, makeTemplate, onboarding, starting, step } from "@/tests/templating";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { dayAfter, dayAt } from "./template-flow";
import { getStarted } from "./template-started";
import { StartFromTemplate, startFromTemplate } from "./template-use";
import { deleteTemplate } from "./templates";
import { undoInvite } from "./undo";

await useDatabase();

const FOUR = ["Noel", "Kim Lee <kim@acme.com>", "Acme finance", "+1 415 555 0134"];

test(
  "four roles, four kinds of people: a colleague, a new client by e-mail, a group and a phone number, in one act",
  inWorld(async (world) => {
    const noel = await world.inOrganization("ines");
    const template = await makeTemplate(noel);
    const started = await startFromTemplate(noel, starting(template, FOUR));
    expect(await holdersIn(world, started.workspace.id)).toEqual({
      "Account lead": "Noel",
      Signatory: "Kim Lee",
      Finance: "Acme finance",
      Reviewer: "+14155550134",
    });
    expect(started.roles.map(({ status, people }) => [status, people])).toEqual([
      ["added", null],
      ["invited", null],
      ["added", { count: 2, sent: 2, unsent: { count: 0, reasons: [] } }],
      ["invited", null],
    ]);
    const told = (await world.outbox()).map(({ kind, address, values }) => [kind, address, values.roleName]);
    expect(told.toSorted()).toEqual(
      [
        ["invitation", "+14155550134", "Reviewer"],
        ["invitation", "kim@acme.com", "Signatory"],
        ["workspace_added", "cleo@northwind.example", "Finance"],
        ["workspace_added", "noel@northwind.example", "Account lead"],
        ["workspace_added", "quinn@northwind.example", "Finance"],
      ].toSorted(),
    );
    expect(started.sent).toBe(5);
  }),
);

test(
  "due dates count from today, stages follow the template, and whoever used it owns the workspace",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const { workspace } = await startFromTemplate(ines, starting(await makeTemplate(ines), []));
    const rows = await world.db.execute<{
      title: string;
      due: string | null;
      stage: number;
      role: string;
    }>(sql`
      select a.title, a.due_on::text as due, a.stage, r.name as role from actions a
      join roles r on r.org_id = a.org_id and r.id = a.role_id
      where a.org_id = ${world.orgId} and a.workspace_id = ${workspace.id} order by a.position`);
    const today = dayAt(new Date(), ines.org.timeZone);
    expect([...rows]).toEqual([
      { title: "Sign the letter", due: dayAfter(today, 3), stage: 0, role: "Signatory" },
      { title: "Send the figures", due: dayAfter(today, 7), stage: 0, role: "Finance" },
      { title: "Approve the result", due: dayAfter(today, 14), stage: 1, role: "Account lead" },
    ]);
    expect((await world.as("ines", workspace.id)).workspace).toMatchObject({
      isOwner: true,
      name: "Bluebird onboarding",
    });
    expect(await world.outbox()).toEqual([]);
  }),
);

test(
  "somebody with two roles, however they are typed, is told once and of both",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const template = await makeTemplate(ines);
    const started = await startFromTemplate(
      ines,
      starting(template, ["", "Kim@Acme.com", "Kim Lee <kim@acme.com>", "quinn@northwind.example"]),
    );
    expect(await holdersIn(world, started.workspace.id)).toMatchObject({
      Signatory: "kim@acme.com",
      Finance: "kim@acme.com",
    });
    const kim = (await world.outbox()).filter(({ address }) => address === "kim@acme.com");
    expect(kim.map(({ values }) => [values.roleName, values.firstAction])).toEqual([
      ["Signatory and Finance", "Sign the letter"],
    ]);
    const counts = await world.db.execute(sql`select count(*)::int as n from invitations
      where org_id = ${world.orgId} and workspace_id = ${started.workspace.id}`);
    expect(counts[0]).toEqual({ n: 1 });
  }),
);

test(
  "a template that was deleted while its form stood open is said to be gone, and what to do",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const template = await makeTemplate(ines);
    await deleteTemplate(ines, { template });
    const before = await world.census();
    await expect(startFromTemplate(ines, starting(template, FOUR))).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringMatching(/^This template is gone.*Nothing was made.*choose another template\.$/),
    });
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "whoever uses the template takes a role without a message",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const started = await startFromTemplate(ines, starting(await makeTemplate(ines), ["Ines"]));
    expect(started.roles[0]).toMatchObject({ holder: "Ines", status: "added", reason: null });
    expect(await world.outbox()).toEqual([]);
    expect(started).toMatchObject({ sent: 0, heldUntil: null });
  }),
);

test(
  "sent twice it makes one workspace, and its page tells the same again; to all others it does not exist",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const template = await makeTemplate(ines);
    const input = starting(template, FOUR);
    const first = await startFromTemplate(ines, input);
    const before = await world.census();
    expect(await startFromTemplate(ines, input)).toEqual(first);
    expect(await world.census()).toEqual(before);
    expect(await getStarted(ines, template, input.command)).toEqual(first);
    const ada = await world.inOrganization("ada");
    for (const [ctx, id, command] of [
      [ada, template, input.command],
      [ines, newId(), input.command],
      [ines, template, newId()],
      [ines, template, "nonsense"],
    ] as const)
      await expect(getStarted(ctx, id, command)).rejects.toMatchObject({ code: "not_found" });
  }),
);

test(
  "Undo takes back everybody who was brought while messages are held; the workspace stays",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const input = starting(await makeTemplate(ines), FOUR);
    const { workspace, template } = await startFromTemplate(ines, input);
    await undoInvite(await world.as("ines", workspace.id), { command: input.command });
    expect((await world.outbox()).map(({ state }) => state)).toEqual(Array(5).fill("cancelled"));
    expect(Object.values(await holdersIn(world, workspace.id))).toEqual([null, null, null, null]);
    const told = await getStarted(ines, template, input.command);
    expect(told.sent).toBe(0);
    expect(told.roles.map(({ holder, reason }) => [holder, reason])).toEqual(
      Array(4).fill([null, "does not hold the role any more"]),
    );
  }),
);

test(
  "roles that were changed while the form was open are not filled by their places",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const template = await makeTemplate(ines);
    const before = await world.census();
    const input = starting(template, ["kim@acme.com"], {
      roles: ["Signatory", "Account lead", "Finance", "Reviewer"],
    });
    await expect(startFromTemplate(ines, input)).rejects.toMatchObject({ code: "conflict" });
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "without actions and with 200 of them it works, and a damaged one is refused in words",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const many = Array.from({ length: 200 }, (_, i) =>
      step(`Action ${i + 1}`, i % 4, { isParallel: i % 2 === 1 }),
    );
    for (const actions of [[], many]) {
      const template = await makeTemplate(ines, { ...onboarding, actions });
      const { workspace } = await startFromTemplate(ines, starting(template, []));
      const [row] = await world.db.execute(sql`select count(*)::int as n, max(stage) as last from actions
        where org_id = ${world.orgId} and workspace_id = ${workspace.id}`);
      expect(row).toEqual(actions.length > 0 ? { n: 200, last: 99 } : { n: 0, last: null });
    }
    const damaged = await makeTemplate(ines);
    await world.db.execute(
      sql`update templates set flow = '{"roles": 7}' where org_id = ${world.orgId} and id = ${damaged}`,
    );
    await expect(startFromTemplate(ines, starting(damaged, []))).rejects.toMatchObject({ code: "conflict" });
  }),
);

test("the form takes one role or fifty, and refuses what is none", () => {
  const form = { command: newId(), template: newId(), name: "Acme", dueOn: "" };
  expect(StartFromTemplate.parse({ ...form, roles: "Signatory", people: "kim@acme.com" })).toMatchObject({
    roles: ["Signatory"],
    people: ["kim@acme.com"],
    kinds: [],
    dueOn: null,
  });
  expect(StartFromTemplate.safeParse({ ...form, people: "x".repeat(513) }).success).toBe(false);
  expect(StartFromTemplate.safeParse({ ...form, people: Array(51).fill("") }).success).toBe(false);
  expect(StartFromTemplate.safeParse({ ...form, people: "a\0b" }).success).toBe(false);
});
