import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addLink, person, requestsOf, usesOf } from "@/tests/joining";
import { inWorld, useDatabase } from "@/tests/world";
import { archiveWorkspace } from "./archive";
import { findWithdrawn, readJoin } from "./join-link";
import { listOwnRequests, withdrawRequest } from "./join-requests";
import { followLink } from "./join-use";
import { getWorkspace } from "./workspaces";

await useDatabase();

const LEE = "lee@acme.com";

test(
  "asking: one open request, two people told, none of it a member; withdrawing gives the use back",
  inWorld(async (world) => {
    const { token, id } = await addLink(world, { maxUses: 1 });
    const lee = await person(world, LEE);
    for (let i = 0; i < 3; i++) expect(await followLink(lee, { token })).toEqual({ state: "asked" });
    expect(await usesOf(world, id)).toBe(1);
    expect(await requestsOf(world)).toMatchObject([{ address: LEE, status: "pending", name: "Lee Park" }]);
    expect([
      ...(await world.db.execute(sql`select from contacts where org_id = ${world.orgId} and email = ${LEE}`)),
    ]).toEqual([]);
    const told = await world.outbox();
    expect(told.map(({ address }) => address).sort()).toEqual([
      "ines@northwind.example",
      "omar@northwind.example",
    ]);
    expect(told[0]).toMatchObject({
      kind: "request_received",
      values: { personName: "Lee Park", personAddress: LEE },
    });
    expect((await readJoin(world.visitor(), token)).state).toBe("dead");
    expect(await readJoin(lee, token)).toMatchObject({ state: "asked", request: { status: "pending" } });
    const [own] = await listOwnRequests(lee);
    expect(own).toMatchObject({ workspaceName: "Acme onboarding" });
    const asked = { organization: world.orgId, request: own?.request ?? "" };
    await expect(withdrawRequest(world.visitor(world.userOf("cleo")), asked)).rejects.toMatchObject({
      code: "gone",
    });
    expect(await findWithdrawn(lee, token)).toBeNull();
    await withdrawRequest(lee, asked);
    expect(await findWithdrawn(lee, token)).toMatchObject({ id });
    for (const other of [world.visitor(), world.visitor(world.userOf("cleo"))])
      expect(await findWithdrawn(other, token)).toBeNull();
    expect([await usesOf(world, id), (await requestsOf(world))[0]?.status]).toEqual([0, "withdrawn"]);
    await expect(withdrawRequest(lee, asked)).rejects.toMatchObject({ code: "gone" });
    expect(await listOwnRequests(lee)).toEqual([]);
    expect((await readJoin(lee, token)).state).toBe("open");
  }),
);

test(
  "whoever asks and withdraws again and again is stopped the fourth time of a day",
  inWorld(async (world) => {
    const { token, id } = await addLink(world);
    const lee = await person(world, LEE);
    for (let i = 0; i < 3; i++) {
      await followLink(lee, { token });
      const [own] = await listOwnRequests(lee);
      await withdrawRequest(lee, { organization: world.orgId, request: own?.request ?? "" });
    }
    await expect(followLink(lee, { token })).rejects.toMatchObject({ code: "limited" });
    expect(await usesOf(world, id)).toBe(0);
  }),
);

test(
  "a request runs out after 14 days: expired wherever it is read; one can ask again, which counts once",
  inWorld(async (world) => {
    const { id, token } = await addLink(world, { expiresAt: new Date(Date.now() + 90 * 86_400_000) });
    const lee = await person(world, LEE);
    await followLink(lee, { token });
    await world.db.execute(sql`update join_requests set expires_at = now() - interval '1 second'
      where org_id = ${world.orgId}`);
    expect(await listOwnRequests(lee)).toEqual([]);
    expect(await readJoin(lee, token)).toMatchObject({ request: { status: "expired" }, mayAskAgain: true });
    await followLink(lee, { token });
    expect((await requestsOf(world)).map(({ status }) => status)).toEqual(["expired", "pending"]);
    expect(await usesOf(world, id)).toBe(1);
  }),
);

test(
  "the workspace says how many ask, until they do no more or nobody may answer; clients are told nothing of it",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    const lee = await person(world, LEE);
    await followLink(lee, { token });
    await followLink(await person(world, "max@acme.com"), { token });
    const asking = async (who: "ines" | "cleo") => (await getWorkspace(await world.as(who))).asking;
    expect([await asking("ines"), await asking("cleo")]).toEqual([2, 0]);
    const [own] = await listOwnRequests(lee);
    await withdrawRequest(lee, { organization: world.orgId, request: own?.request ?? "" });
    expect(await asking("ines")).toBe(1);
    await archiveWorkspace(await world.as("ada"));
    expect(await asking("ines")).toBe(0);
  }),
);
