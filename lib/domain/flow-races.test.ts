import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { flowText, happened, hold, isComplete, manyActions, together } from "@/tests/flow";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { completeAction, declineAction, reopenAction } from "./actions";
import { reorderActions } from "./flow-actions";

const database = await useDatabase();

const ROUNDS = 100;

const settled = async (...acts: Promise<unknown>[]) =>
  (await Promise.allSettled(acts)).map(({ status }) => status === "fulfilled");

const reset = async (world: World) => {
  const { upload, approve, read } = world.actions;
  await world.db.execute(`update actions set completed_at = null, completed_by = null, declined_at = null,
    declined_by = null, decline_reason = null, position = p.place, stage = p.place
    from (values ('${upload}'::uuid, 0), ('${approve}', 1), ('${read}', 2)) as p(id, place)
    where org_id = '${world.orgId}' and actions.id = p.id`);
};

test(
  "the last two actions of a stage, completed at once, complete the flow once or open the next stage once",
  inOpenWorld(async (world) => {
    await hold(world, world.roles.signatory, { contact: world.id("cleo") });
    await hold(world, world.roles.lead, { contact: world.id("ines") });
    await hold(world, world.roles.reviewer, { contact: world.id("omar") });
    const [cleo, ines, omar] = [await world.as("cleo"), await world.as("ines"), await world.as("omar")];
    for (let round = 1; round <= 30; round++) {
      await reset(world);
      await together(world, world.actions.approve);
      const both = await settled(
        completeAction(cleo, { action: world.actions.upload }),
        completeAction(ines, { action: world.actions.approve }),
      );
      expect(both).toEqual([true, true]);
      expect(await world.outbox()).toHaveLength(round);
      await completeAction(omar, { action: world.actions.read });
      expect(await isComplete(world)).toBe(true);
      await world.db.execute(`update workspaces set completed_at = null where org_id = '${world.orgId}'`);
    }
  }),
);

test(
  "of approving and declining at once exactly one wins",
  inOpenWorld(async (world) => {
    await hold(world, world.roles.signatory, { contact: world.id("cleo") });
    await hold(world, world.roles.lead, { contact: world.id("ines") });
    const [cleo, ines] = [await world.as("cleo"), await world.as("ines")];
    await completeAction(cleo, { action: world.actions.upload });
    const action = world.actions.approve;
    const ends = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const acts = [
        () => completeAction(ines, { action }),
        () => declineAction(ines, { action, reason: null }),
      ];
      if (round % 2) acts.reverse();
      const won = await settled(...acts.map((act) => act()));
      expect(won.filter(Boolean)).toHaveLength(1);
      const flow = await flowText(world);
      ends.add(flow);
      if (flow.includes("scope?")) await reopenAction(ines, { action });
      else
        await world.db.execute(
          `update actions set completed_at = null, completed_by = null where org_id = '${world.orgId}' and id = '${action}'`,
        );
    }
    expect([...ends].sort()).toEqual([
      "Upload documents! → Approve scope! → Read the summary",
      "Upload documents! → Approve scope? → Read the summary",
    ]);
  }),
);

test(
  "completing while somebody reorders ends as if one came after the other",
  inOpenWorld(async (world) => {
    await hold(world, world.roles.signatory, { contact: world.id("cleo") });
    const [cleo, ada] = [await world.as("cleo"), await world.as("ada")];
    const { upload, approve, read } = world.actions;
    for (let round = 0; round < ROUNDS; round++) {
      const acts = [
        () => completeAction(cleo, { action: upload }),
        () => reorderActions(ada, { seen: [upload, approve, read], order: [approve, upload, read] }),
      ];
      if (round % 2) acts.reverse();
      const won = await settled(...acts.map((act) => act()));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect([
        "Upload documents! → Approve scope → Read the summary",
        "Approve scope → Upload documents → Read the summary",
      ]).toContain(await flowText(world));
      await reset(world);
    }
  }),
);

test(
  "of two new orders at once one stands whole, and the other is told to look again",
  inOpenWorld(async (world) => {
    const [ada, ines] = [await world.as("ada"), await world.as("ines")];
    const { upload, approve, read } = world.actions;
    const seen = [upload, approve, read];
    for (let round = 0; round < ROUNDS; round++) {
      const won = await settled(
        reorderActions(ada, { seen, order: [read, approve, upload] }),
        reorderActions(ines, { seen, order: [approve, upload, read] }),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect([
        "Read the summary → Approve scope → Upload documents",
        "Approve scope → Upload documents → Read the summary",
      ]).toContain(await flowText(world));
      await reset(world);
    }
    expect((await happened(world)).filter((kind) => kind === "flow_reordered")).toHaveLength(ROUNDS);
  }),
);

test(
  "the number of statements does not grow with the flow or the people who are told",
  inOpenWorld(async (world) => {
    let statements = 0;
    const counting = openDatabase(database.url, { onStatement: () => statements++ });
    const counted = async (act: () => Promise<unknown>) => {
      const before = statements;
      await act();
      return statements - before;
    };
    const as = async (name: "cleo" | "ines") => ({ ...(await world.as(name)), db: counting.db });
    await hold(world, world.roles.signatory, { contact: world.id("cleo") });
    await hold(world, world.roles.lead, { contact: world.id("ines") });
    await hold(world, world.roles.reviewer, { group: world.groups.team });
    const [cleo, ines] = [await as("cleo"), await as("ines")];
    await counting.db.execute(sql`select 1`);
    const one = await counted(() => completeAction(cleo, { action: world.actions.upload }));
    await manyActions(world, 150);
    const two = await counted(() => completeAction(ines, { action: world.actions.approve }));
    expect((await world.outbox()).map(({ kind }) => kind)).toEqual(Array(3).fill("action_ready"));
    expect(two).toBe(one);
    await counting.close();
  }),
);
