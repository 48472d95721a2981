import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { behind } from "@/tests/behind";
import { newClient } from "@/tests/inviting";
import { makeTemplate, onboarding, role, starting, step, templating } from "@/tests/templating";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { addToGroup } from "./group-people";
import { newId } from "./id";
import { startFromTemplate } from "./template-use";
import { deleteTemplate, editTemplate, getTemplate } from "./templates";

const database = await useDatabase();

const ROUNDS = 10;
const rounds = Array.from({ length: ROUNDS }, (_, round) => round);

async function count(world: World, table: "workspaces" | "contacts", where = sql`true`): Promise<number> {
  const [row] = await world.db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.identifier(table)} where org_id = ${world.orgId} and ${where}`,
  );
  return row?.n ?? 0;
}

test(
  "one form sent four times at once makes one workspace, one invitation and one message, round after round",
  inOpenWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const template = await makeTemplate(ines);
    for (const round of rounds) {
      const before = await count(world, "workspaces");
      const input = starting(template, ["", `kim${round}@acme.com`]);
      const answers = await Promise.all([1, 2, 3, 4].map(() => startFromTemplate(ines, input)));
      expect(new Set(answers.map(({ workspace }) => workspace.id)).size).toBe(1);
      expect(await count(world, "workspaces")).toBe(before + 1);
      expect(await world.outbox()).toHaveLength(round + 1);
    }
  }),
);

test(
  "one new address named in four workspaces at once becomes one contact with a message from each",
  inOpenWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const template = await makeTemplate(ines);
    await Promise.all(
      [1, 2, 3, 4].map(() => startFromTemplate(ines, starting(template, ["", "kim@acme.com"]))),
    );
    expect(await count(world, "contacts", sql`email = 'kim@acme.com'`)).toBe(1);
    expect(await world.outbox()).toHaveLength(4);
  }),
);

test(
  "who comes into a group while a template is used with it is in the workspace in the end",
  inOpenWorld(async (world) => {
    const [ines, ada] = [await world.inOrganization("ines"), await world.inOrganization("ada")];
    const template = await makeTemplate(ines);
    const { clients } = world.groups;
    for (const round of rounds) {
      const people = [newClient(`new${round}@acme.com`)];
      const [{ workspace }] = await Promise.all([
        startFromTemplate(ines, starting(template, ["", "", "Acme finance"])),
        addToGroup(ada, { command: newId(), group: clients, people, isQuiet: true }),
      ]);
      const [row] = await world.db.execute<{ missing: number }>(sql`
        select count(*)::int as missing from group_members g where g.org_id = ${world.orgId} and g.group_id = ${clients}
          and not exists (select from members m where m.org_id = g.org_id and m.workspace_id = ${workspace.id}
            and m.contact_id = g.contact_id)`);
      expect(row?.missing).toBe(0);
    }
  }),
);

test(
  "of four changes of one version at once one is kept, round after round",
  inOpenWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const id = await makeTemplate(ines);
    for (const round of rounds) {
      const { version } = await getTemplate(ines, id);
      const { command: _, ...details } = templating(onboarding);
      const results = await Promise.allSettled(
        [1, 2, 3, 4].map((n) =>
          editTemplate(ines, { ...details, name: `Name ${round} ${n}`, template: id, version }),
        ),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  }),
);

test(
  "the number of statements grows neither with the roles nor with the people",
  inOpenWorld(async (world) => {
    await world.db.execute(
      sql`update organizations set member_hourly_limit = 100000 where id = ${world.orgId}`,
    );
    let statements = 0;
    const counting = openDatabase(database.url, { onStatement: () => statements++ });
    const ctx = { ...(await world.inOrganization("ines")), db: counting.db };
    const counted = async (n: number) => {
      const roles = Array.from({ length: n }, (_, i) => role(`Role ${i + 1}`));
      const actions = Array.from({ length: 4 * n }, (_, i) => step(`Action ${i + 1}`, i % n));
      const template = await makeTemplate(ctx, { roles, actions });
      const people = roles.map((_, i) => `p${n}-${i}@acme.com`);
      const names = roles.map(({ name }) => name);
      const before = statements;
      const started = await startFromTemplate(ctx, starting(template, people, { roles: names }));
      expect(started.sent).toBe(n);
      return statements - before;
    };
    await counted(1);
    expect(await counted(2)).toBe(await counted(50));
    await counting.close();
  }),
);

test(
  "an admin who deletes a template that its owner makes private in the same moment finds none",
  inOpenWorld(async (world) => {
    const template = await makeTemplate(await world.inOrganization("ines"));
    const ada = await world.inOrganization("ada");
    const end = await behind(
      world,
      (tx) =>
        tx.execute(sql`update templates set visibility = 'private'
        where org_id = ${world.orgId} and id = ${template}`),
      () => deleteTemplate(ada, { template }),
    );
    expect(end).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
    const left = await world.db.execute(sql`select from templates where org_id = ${world.orgId}`);
    expect(left).toHaveLength(1);
  }),
);
