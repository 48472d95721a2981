import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { workspaceLinks } from "@/db/schema";
import { behind } from "@/tests/behind";
import { addLink, person, requestsOf, usesOf } from "@/tests/joining";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { decideRequests } from "./join-decide";
import { withdrawRequest } from "./join-requests";
import { followLink } from "./join-use";

const database = await useDatabase();

const memberCount = async ({ db, orgId, workspaceId }: World) => {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from members where org_id = ${orgId} and workspace_id = ${workspaceId}`,
  );
  return row?.count ?? 0;
};

const crowdOf = (world: World, size: number, tag: string) =>
  Promise.all(
    Array.from({ length: size }, (_, i) => person(world, `${tag}${i}@${world.slug}.acme.com`, `P ${i}`)),
  );

const isFulfilled = <T>(result: PromiseSettledResult<T>) => result.status === "fulfilled";

for (const mode of ["join", "request"] as const)
  test(
    `of 200 people who ${mode} at once by a link for 5 exactly 5 do, and the others learn that it is dead`,
    inOpenWorld(async (world) => {
      const { id, token } = await addLink(world, { mode, maxUses: 5 });
      const before = await memberCount(world);
      const crowd = await crowdOf(world, 200, "crowd");
      const results = await Promise.allSettled(crowd.map((one) => followLink(one, { token })));
      expect(results.filter(isFulfilled)).toHaveLength(5);
      const codes = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
      expect(new Set(codes)).toEqual(new Set(["gone"]));
      expect(await usesOf(world, id)).toBe(5);
      expect(await requestsOf(world)).toHaveLength(5);
      expect(await memberCount(world)).toBe(before + (mode === "join" ? 5 : 0));
    }),
  );

test(
  "one person who follows a link 20 times at once takes one use, and one request or membership comes of it",
  inOpenWorld(async (world) => {
    for (const mode of ["join", "request"] as const) {
      const { id, token } = await addLink(world, { mode });
      const lee = await person(world, `lee-${mode}@${world.slug}.acme.com`);
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => followLink(lee, { token })));
      expect(results.filter((result) => !isFulfilled(result))).toEqual([]);
      expect(await usesOf(world, id)).toBe(1);
    }
    expect((await requestsOf(world)).map(({ status }) => status).sort()).toEqual(["joined", "pending"]);
  }),
);

const tightened = [
  ["asks for approval", { mode: "request" as const }],
  ["is for other domains", { domains: ["elsewhere.example"] }],
  ["fills another role", { roleId: null }],
] as const;

test.each(tightened)(
  "who joins by a link that %s from that moment on does not come in on the old terms",
  (_, terms) =>
    inOpenWorld(async (world) => {
      const { id, token } = await addLink(world, { mode: "join", roleId: world.roles.signatory });
      const lee = await person(world, `lee@${world.slug}.acme.com`);
      const before = await memberCount(world);
      const end = await behind(
        world,
        (tx) =>
          tx
            .update(workspaceLinks)
            .set(terms as Partial<typeof workspaceLinks.$inferInsert>)
            .where(and(eq(workspaceLinks.orgId, world.orgId), eq(workspaceLinks.id, id))),
        () => followLink(lee, { token }),
      );
      expect(end).toMatchObject({ status: "rejected", reason: { code: "gone" } });
      expect([await memberCount(world), await usesOf(world, id)]).toEqual([before, 0]);
    })(),
);

test(
  "approving and withdrawing at once end in one of the two, 100 times",
  inOpenWorld(async (world) => {
    const { id, token } = await addLink(world);
    const ines = await world.as("ines");
    let approvals = 0;
    for (const [round, one] of (await crowdOf(world, 100, "round")).entries()) {
      await followLink(one, { token });
      const request = (await requestsOf(world)).at(-1)?.id ?? "";
      const before = [await memberCount(world), (await usesOf(world, id)) ?? 0] as const;
      const acts = [
        () => decideRequests(ines, { decision: "approve", requests: [request], reason: null }),
        () => withdrawRequest(one, { organization: world.orgId, request }),
      ];
      const order = round % 2 === 0 ? acts : acts.toReversed();
      const results = await Promise.allSettled(order.map((act) => act()));
      expect(results.filter(isFulfilled)).toHaveLength(1);
      const status = (await requestsOf(world)).find((row) => row.id === request)?.status;
      const isIn = status === "approved";
      expect(status).toBe(isIn ? "approved" : "withdrawn");
      expect(await memberCount(world)).toBe(before[0] + Number(isIn));
      expect(await usesOf(world, id)).toBe(before[1] - Number(!isIn));
      approvals += Number(isIn);
    }
    expect(approvals).toBeGreaterThan(0);
    expect(approvals).toBeLessThan(100);
  }),
);

test(
  "refreshing while somebody joins: in before it or not at all, 100 times",
  inOpenWorld(async (world) => {
    let joined = 0;
    for (const [round, one] of (await crowdOf(world, 100, "fresh")).entries()) {
      const { id, token } = await addLink(world, { mode: "join" });
      const before = await memberCount(world);
      const refresh = async () => {
        await new Promise((resolve) => setTimeout(resolve, (round % 25) * 6));
        const [row] = await world.db.execute<{ uses: number }>(sql`update workspace_links
          set generation = generation + 1 where org_id = ${world.orgId} and id = ${id} returning uses`);
        return row?.uses;
      };
      const [joining, seen] = await Promise.allSettled([followLink(one, { token }), refresh()]);
      const isIn = joining.status === "fulfilled";
      if (joining.status === "rejected") expect(joining.reason).toMatchObject({ code: "gone" });
      expect(seen).toEqual({ status: "fulfilled", value: Number(isIn) });
      expect(await memberCount(world)).toBe(before + Number(isIn));
      expect(await usesOf(world, id)).toBe(Number(isIn));
      await expect(followLink(one, { token })).rejects.toMatchObject({ code: "gone" });
      joined += Number(isIn);
    }
    expect(joined).toBeGreaterThan(0);
    expect(joined).toBeLessThan(100);
  }),
);

test(
  "the number of statements does not grow with the requests that are decided together",
  inOpenWorld(async (world) => {
    let statements = 0;
    const counting = openDatabase(database.url, { onStatement: () => statements++ });
    const { token } = await addLink(world);
    const ines = { ...(await world.as("ines")), db: counting.db };
    const counts: number[] = [];
    for (const [size, decision] of [
      [1, "approve"],
      [2, "approve"],
      [30, "approve"],
      [2, "decline"],
      [30, "decline"],
    ] as const) {
      const crowd = await crowdOf(world, size, `${decision}${size}x`);
      for (const one of crowd) await followLink(one, { token });
      const requests = (await requestsOf(world))
        .filter(({ status }) => status === "pending")
        .map(({ id }) => id);
      statements = 0;
      await decideRequests(ines, { decision, requests, reason: null });
      counts.push(statements);
    }
    await counting.close();
    expect(counts[2]).toBe(counts[1]);
    expect(counts[4]).toBe(counts[3]);
  }),
);
