import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addLink, person, requestsOf, usesOf } from "@/tests/joining";
import { inScene, inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { type DecideRequests, decideOrganizationRequests, decideRequests } from "./join-decide";
import { DecideForm } from "./join-form";
import { listOrganizationRequests, listRequests, withdrawRequest } from "./join-requests";
import { followLink } from "./join-use";

await useDatabase();

const LEE = "lee@acme.com";

/** Has each of these people ask by a link of its own kind; answers the requests' ids. */
async function asked(world: World, addresses: string[], over: Parameters<typeof addLink>[1] = {}) {
  const link = await addLink(world, over);
  for (const address of addresses) {
    const who = address.startsWith("lee") ? "Lee Park" : address.replace(/[@.].*/, "");
    await followLink(await person(world, address, who), { token: link.token });
  }
  const ids = (await requestsOf(world))
    .filter(({ address }) => addresses.includes(address))
    .map(({ id }) => id);
  return { ids, link };
}

const approve = (requests: string[], more: Partial<DecideRequests> = {}): DecideRequests => ({
  ...{ decision: "approve", requests, reason: null },
  ...more,
});
const decline = (requests: string[], reason: string | null = null): DecideRequests => ({
  ...{ decision: "decline", requests, reason },
});

async function people({ db, orgId, workspaceId }: World) {
  const rows = await db.execute<{ email: string; kind: string; role: string | null }>(sql`
    select c.email, c.kind, (select r.name from roles r where r.org_id = c.org_id and r.holder_id = c.id) as role
    from members m join contacts c on c.org_id = m.org_id and c.id = m.contact_id
    where m.org_id = ${orgId} and m.workspace_id = ${workspaceId} and m.joined_at is not null and c.email not like '%northwind%'
    order by c.email`);
  return [...rows];
}

const answersTo = async (world: World, address: string) =>
  (await world.outbox()).filter((one) => one.address === address && one.kind !== "request_received");

test(
  "approving makes a joined client in the role the link names, and tells them where to go",
  inWorld(async (world) => {
    const { ids, link } = await asked(world, [LEE], { roleId: world.roles.signatory });
    const ines = await world.as("ines");
    expect(await listRequests(ines)).toMatchObject({
      total: 1,
      requests: [{ name: "Lee Park", address: LEE }],
    });
    expect(await decideRequests(ines, approve(ids))).toMatchObject({ said: "Lee Park joined." });
    expect(await people(world)).toEqual([{ email: LEE, kind: "client", role: "Client signatory" }]);
    expect(await answersTo(world, LEE)).toMatchObject([
      {
        kind: "request_approved",
        values: { roleName: "Client signatory", path: `/northwind/w/${world.workspaceId}` },
      },
    ]);
    expect((await requestsOf(world))[0]?.status).toBe("approved");
    expect(await usesOf(world, link.id)).toBe(1);
    expect((await listRequests(ines)).total).toBe(0);
  }),
);

test(
  "another role can be chosen, or none; one that is taken, unfitting or of another workspace changes nothing",
  inWorld(async (world) => {
    const { ids } = await asked(world, [LEE], { roleId: world.roles.signatory });
    const ines = await world.as("ines");
    const [foreign] = await world.db.execute<{ id: string }>(
      sql`select id from roles where org_id = ${world.otherOrgId} limit 1`,
    );
    await world.db.execute(sql`update roles set holder_id = ${world.id("cleo")} where org_id = ${world.orgId}
      and id = ${world.roles.reviewer}`);
    for (const [role, code] of [
      [foreign?.id, "not_found"],
      [newId(), "not_found"],
      [world.roles.lead, "invalid"],
      [world.roles.reviewer, "conflict"],
    ] as const)
      await expect(decideRequests(ines, approve(ids, { role }))).rejects.toMatchObject({ code });
    expect(await people(world)).toEqual([]);
    await decideRequests(ines, approve(ids, { role: "" }));
    expect(await people(world)).toEqual([{ email: LEE, kind: "client", role: null }]);
  }),
);

test(
  "declining gives the use back and tells the requester the reason, and its own answer only where no Undo says it",
  inWorld(async (world) => {
    const { ids, link } = await asked(world, [LEE]);
    const ines = await world.as("ines");
    expect(await decideRequests(ines, decline(ids, "Ask with your address at work."))).toMatchObject({
      ...{ done: ["Lee Park"], said: "" },
    });
    expect(await answersTo(world, LEE)).toMatchObject([
      { kind: "request_declined", values: { reason: "Ask with your address at work." } },
    ]);
    expect([await usesOf(world, link.id), await people(world)]).toEqual([0, []]);
    await expect(decideRequests(ines, approve(ids))).rejects.toMatchObject({ code: "conflict" });
    expect(await followLink(await person(world, LEE), { token: link.token })).toEqual({ state: "asked" });
    const again = (await requestsOf(world)).flatMap(({ id, status }) => (status === "pending" ? [id] : []));
    const atOnce = { ...ines, org: { ...ines.org, holdSeconds: 0 } };
    expect(await decideRequests(atOnce, decline(again))).toMatchObject({ said: "Lee Park declined." });
  }),
);

test(
  "many at once: each its own outcome, told in one sentence; of those who were promised one role the first gets it",
  inWorld(async (world) => {
    const crowd = Array.from({ length: 12 }, (_, i) => `p${i}@acme.com`);
    const { ids, link } = await asked(world, [LEE, ...crowd], { roleId: world.roles.signatory });
    const quinn = await person(world, "quinn@northwind.example");
    await followLink(quinn, { token: link.token });
    const all = (await requestsOf(world)).map(({ id }) => id);
    await world.db.execute(sql`update contacts set deactivated_at = now() where org_id = ${world.orgId}
      and id = ${world.id("quinn")}`);
    await withdrawRequest(await person(world, "p0@acme.com"), {
      organization: world.orgId,
      request: ids[1] ?? "",
    });
    const answer = await decideRequests(await world.as("ines"), approve(all));
    expect(answer.done).toHaveLength(12);
    expect(answer.said).toBe(
      "12 people joined. Not done: p0: was answered or withdrawn a moment ago; Quinn: has been deactivated.",
    );
    const inside = await people(world);
    expect(inside).toHaveLength(12);
    expect(inside.filter(({ role }) => role)).toEqual([
      { email: LEE, kind: "client", role: "Client signatory" },
    ]);
    const [sentence] = await world.db.execute<{ data: { count: number } }>(
      sql`select data from activity where org_id = ${world.orgId} and kind = 'requests_approved'`,
    );
    expect(sentence?.data.count).toBe(12);
  }),
);

test(
  "one person who asked with two addresses comes in once",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    const lee = await person(world, LEE);
    await followLink(lee, { token });
    await world.db.execute(sql`insert into user_addresses (address, kind, user_id, verified_at)
      values ('lee@home.example', 'email', ${lee.userId}, now())`);
    await world.db.execute(sql`insert into join_requests (org_id, id, workspace_id, link_id, address, kind, status, expires_at)
      select org_id, ${newId()}, workspace_id, link_id, 'lee@home.example', 'email', 'pending', expires_at
      from join_requests where org_id = ${world.orgId}`);
    const all = (await requestsOf(world)).map(({ id }) => id);
    const answer = await decideRequests(await world.as("ines"), approve(all));
    expect(answer.said).toContain("asked twice; the other request was approved");
    expect(await people(world)).toHaveLength(1);
  }),
);

test(
  "known contacts keep their kind; a colleague without an account comes in through an admin only",
  inScene(async (scene) => {
    await scene.db.execute(sql`update invitations set status = 'revoked', closed_at = now()
      where org_id = ${scene.orgId} and contact_id = ${scene.zoe}`);
    const { ids } = await asked(scene, ["zoe@northwind.example"]);
    const ines = await scene.as("ines");
    expect((await listRequests(ines)).requests[0]).toMatchObject({
      contactKind: "internal",
      mayApprove: false,
    });
    await expect(decideRequests(ines, approve(ids, { as: "client" }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await decideRequests(await scene.as("ada"), approve(ids, { as: "client" }));
    const [zoe] = await scene.db.execute(sql`select kind, user_id is not null as joined from contacts
      where org_id = ${scene.orgId} and id = ${scene.zoe}`);
    expect(zoe).toEqual({ kind: "internal", joined: true });
  }),
);

test(
  "requests of another workspace, of the organization, and ids of nothing are not found",
  inWorld(async (world) => {
    const { ids } = await asked(world, [LEE], { workspaceId: null });
    const ada = await world.as("ada");
    for (const one of [...ids, newId()])
      for (const decision of ["approve", "decline"] as const)
        await expect(decideRequests(ada, { decision, requests: [one], reason: null })).rejects.toMatchObject({
          code: "not_found",
        });
    const here = await asked(world, ["here@acme.com"]);
    await expect(decideOrganizationRequests(ada, approve(here.ids))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(decideRequests(await world.asOtto(), approve(here.ids))).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await requestsOf(world)).map(({ status }) => status)).toEqual(["pending", "pending"]);
    expect(await listOrganizationRequests(ada)).toMatchObject({ total: 1, requests: [{ address: LEE }] });
    await decideOrganizationRequests(ada, approve(ids));
    const [lee] = await world.db.execute(
      sql`select kind from contacts where org_id = ${world.orgId} and email = ${LEE}`,
    );
    expect(lee).toEqual({ kind: "internal" });
  }),
);

test(
  "several who are declined at once all read the one reason given for them",
  inWorld(async (world) => {
    const { ids } = await asked(world, [LEE, "mia@acme.com"]);
    const form = DecideForm.parse({ decline: "chosen", chosen: ids, reasonForAll: "The list is closed." });
    await decideRequests(await world.as("ines"), form);
    for (const address of [LEE, "mia@acme.com"])
      expect(await answersTo(world, address)).toMatchObject([
        { kind: "request_declined", values: { reason: "The list is closed." } },
      ]);
  }),
);

test("the panel's form: what is filled in at the opened request counts for that one only", () => {
  const [one, other] = [newId(), newId()];
  const filled = { of: one, as: "internal", role: "", reason: "No." };
  expect(DecideForm.parse({ ...filled, approve: one })).toMatchObject({
    requests: [one],
    as: "internal",
    reason: "No.",
  });
  expect(DecideForm.parse({ ...filled, decline: other })).toEqual({
    decision: "decline",
    requests: [other],
    reason: null,
  });
  expect(DecideForm.parse({ approve: "chosen", chosen: [one, other] }).requests).toEqual([one, other]);
  expect(DecideForm.parse({ decline: "chosen", chosen: [one, other], reasonForAll: "Full." }).reason).toBe(
    "Full.",
  );
  expect(DecideForm.parse({ ...filled, decline: "chosen", chosen: [one] }).reason).toBe("No.");
  expect(DecideForm.parse({ decline: other, reasonForAll: "Full." }).reason).toBeNull();
  expect(DecideForm.parse({ approve: "chosen" }).requests).toEqual([]);
  expect(DecideForm.safeParse({ chosen: [one] }).success).toBe(false);
  expect(DecideForm.safeParse({ approve: "nonsense" }).success).toBe(false);
  expect(DecideForm.safeParse({ approve: one, mode: "join" }).success).toBe(false);
});
