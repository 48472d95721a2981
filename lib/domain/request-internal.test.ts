import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { answerInternalRequest } from "./internal-requests";
import { requestInternal } from "./request-internal";
import { createWorkspace } from "./workspaces";

await useDatabase();

const ZOE = "zoe@new.example";

/** Where each request is kept, oldest first. */
const requests = async ({ db, orgId }: World) => [
  ...(await db.execute<{ workspace: string; request: string }>(sql`
    select workspace_id as workspace, id as request from activity
    where org_id = ${orgId} and kind = 'internal_requested' order by id`)),
];

test(
  "asked for the same person again, the admins get no second message while the first request is open",
  inWorld(async (world) => {
    const { lead: role } = world.roles;
    const ask = async (who: "ines" | "omar", input: { address: string; role?: string }) =>
      requestInternal(await world.as(who), input);
    const ada = await world.inOrganization("ada");
    const answer = async (place: number) => {
      const at = (await requests(world))[place];
      if (at) await answerInternalRequest(ada, { ...at, command: newId() });
    };
    await ask("ines", { address: ZOE, role });
    const before = await world.census();
    for (const who of ["ines", "omar"] as const) expect(await ask(who, { address: ZOE, role })).toEqual({});
    const contradiction = {
      code: "conflict",
      message: `Ines has asked the admins to invite ${ZOE} already, for another role or none. Nothing was sent.`,
    };
    await expect(ask("ines", { address: ZOE })).rejects.toMatchObject(contradiction);
    expect(await world.census()).toEqual(before);
    await ask("omar", { address: `other-${ZOE}`, role });
    await answer(1);
    await expect(ask("omar", { address: ZOE })).rejects.toMatchObject(contradiction);
    await answer(0);
    await ask("ines", { address: ZOE });
    expect((await world.outbox()).filter(({ kind }) => kind === "internal_requested")).toHaveLength(3);
  }),
);

test(
  "a request for the same person in another workspace is one of its own",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const flow = { roles: [], actions: [] };
    const { id } = await createWorkspace(ines, { command: newId(), name: "Second", flow });
    for (const place of [world.workspaceId, id, id])
      await requestInternal(await world.as("ines", place), { address: ZOE });
    expect((await requests(world)).map(({ workspace }) => workspace)).toEqual([world.workspaceId, id]);
  }),
);

test(
  "a request that nobody answers for a week may be made again",
  inWorld(async (world) => {
    const ask = async () => requestInternal(await world.as("ines"), { address: ZOE });
    const become = (age: ReturnType<typeof sql>) =>
      world.db.execute(sql`update activity set at = now() - ${age}
        where org_id = ${world.orgId} and kind = 'internal_requested'`);
    await ask();
    await become(sql`interval '6 days 23 hours'`);
    await ask();
    expect(await world.outbox()).toHaveLength(1);
    await become(sql`interval '7 days 1 second'`);
    await ask();
    expect(await world.outbox()).toHaveLength(2);
  }),
);
