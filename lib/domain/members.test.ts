import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { messagesTo } from "@/db/queries/messages-to";
import { inviting, newClient, withoutLimits } from "@/tests/inviting";
import { rowsRead } from "@/tests/rows-read";
import { setScene } from "@/tests/scene";
import { inWorld, useDatabase } from "@/tests/world";
import { type ActivityKind, recordActivity } from "./activity";
import { changeAddress } from "./change-address";
import { cancelInvitation } from "./invitations";
import { inviteMembers } from "./invite";
import { listMembers } from "./members";
import { landingPlace, listTimeline } from "./timeline";

await useDatabase();

test(
  "who has not joined stands first in each kind, and pages follow each other without gap or repeat",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    await inviteMembers(ada, inviting(Array.from({ length: 120 }, (_, i) => newClient(`p${i}@acme.com`))));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listMembers(ada, { after });
      seen.push(...[...page.internal, ...page.clients].map(({ contactId }) => contactId));
      expect(page).toMatchObject({ total: 124, notJoined: 120 });
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(124);
    expect(new Set(seen).size).toBe(124);
    const { clients } = await listMembers(ada, {});
    expect(clients.slice(0, 5).every(({ isJoined }) => !isJoined)).toBe(true);
    expect(seen.at(-1)).toBe(world.id("cleo"));
  }),
);

test(
  "finding looks at names and addresses; clients see no addresses but their own, and no invitations",
  inWorld(async (world) => {
    await setScene(world);
    const found = await listMembers(await world.as("ines"), { find: "KIM" });
    expect(found.clients.map(({ name, address }) => [name, address])).toEqual([["Kim Lee", "kim@acme.com"]]);
    const asCleo = await listMembers(await world.as("cleo"), {});
    const rows = [...asCleo.internal, ...asCleo.clients];
    expect(rows.filter(({ address }) => address !== "").map(({ name }) => name)).toEqual(["Cleo"]);
    expect(rows.filter(({ invitation }) => invitation)).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain("kim@acme.com");
  }),
);

test(
  "the timeline says whose turn it is and how many have not joined; a client with one workspace lands in it",
  inWorld(async (world) => {
    await setScene(world);
    const cleo = await world.inOrganization("cleo");
    const { items } = await listTimeline(cleo, {});
    expect(items).toMatchObject([
      { done: 0, total: 3, notJoined: 2, next: { title: "Upload documents", holder: "Cleo", isMine: true } },
    ]);
    expect((await listTimeline(cleo, { filter: "waiting" })).items).toEqual([]);
    expect((await listTimeline(cleo, { filter: "mine", find: "ACME" })).items).toHaveLength(1);
    expect((await listTimeline(cleo, { find: "nothing" })).items).toEqual([]);
    expect(await landingPlace(cleo)).toBe(`/northwind/w/${world.workspaceId}#next`);
    expect(await landingPlace(await world.inOrganization("ada"))).toBe("/northwind/timeline");
  }),
);

test(
  "a workspace is unread by what others did and the reader is shown, not by their own acts",
  inWorld(async (world) => {
    const { db, orgId, workspaceId } = world;
    await db.execute(sql`update members set joined_at = now(), seen_at = now() - interval '1 minute'
      where org_id = ${orgId} and workspace_id = ${workspaceId}`);
    await db.execute(sql`update activity set at = now() - interval '1 hour' where org_id = ${orgId}`);
    const act = async (name: "ada" | "ines", kind: ActivityKind) =>
      recordActivity(db, { orgId, workspaceId, actorId: world.id(name) }, [{ kind }]);
    const unread = async (name: "ada" | "ines" | "cleo") =>
      (await listTimeline(await world.inOrganization(name), {})).items.map(({ isUnread }) => isUnread);
    await act("ada", "link_created");
    expect([await unread("ada"), await unread("ines"), await unread("cleo")]).toEqual([
      [false],
      [true],
      [false],
    ]);
    await act("ines", "action_edited");
    expect([await unread("ada"), await unread("cleo")]).toEqual([[true], [true]]);
  }),
);

test(
  "whom an invitation did not reach is counted, and can be looked at alone; clients hear nothing of it",
  inWorld(async (world) => {
    const { db, orgId, kim } = await setScene(world);
    const ada = await world.as("ada");
    const undelivered = async () => {
      const { internal, clients, groups, undelivered } = await listMembers(ada, { show: "not-delivered" });
      expect(groups).toEqual([]);
      expect((await listMembers(ada, {})).undelivered).toBe(undelivered);
      const names = [...internal, ...clients].map(({ name }) => name);
      expect(names).toHaveLength(undelivered);
      return names;
    };
    const becomes = (state: string, address: string) =>
      db.execute(sql`update messages set state = ${state} where org_id = ${orgId} and address = ${address}`);

    await becomes("delivered", "kim@acme.com");
    await becomes("uncertain", "zoe@northwind.example");
    expect(await undelivered()).toEqual([]);
    await becomes("bounced", "kim@acme.com");
    expect(await undelivered()).toEqual(["Kim Lee"]);
    await becomes("failed", "zoe@northwind.example");
    expect(await undelivered()).toEqual(["Zoe Ito", "Kim Lee"]);
    await becomes("complained", "zoe@northwind.example");
    expect(await undelivered()).toEqual(["Zoe Ito", "Kim Lee"]);

    const asClient = await listMembers(await world.as("cleo"), { show: "not-delivered" });
    expect(asClient.undelivered).toBe(0);
    expect(asClient.clients.map(({ name }) => name)).toContain("Cleo");

    await changeAddress(ada, { contact: kim, address: "kimberly@acme.com" });
    expect(await undelivered()).toEqual(["Zoe Ito"]);
    const invitationsBecome = (change: ReturnType<typeof sql>) =>
      db.execute(sql`update invitations set ${change} where org_id = ${orgId} and contact_id = ${kim}`);
    await becomes("failed", "kimberly@acme.com");
    expect(await undelivered()).toEqual(["Zoe Ito", "Kim Lee"]);
    await invitationsBecome(sql`address = 'kim.lee@acme.com'`);
    await db.execute(
      sql`update contacts set email = 'kim.lee@acme.com' where org_id = ${orgId} and id = ${kim}`,
    );
    expect(await undelivered()).toEqual(["Zoe Ito"]);
    await db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${orgId}, 'kim.lee@acme.com', 'bounced')`);
    expect(await undelivered()).toEqual(["Zoe Ito", "Kim Lee"]);
    await invitationsBecome(sql`status = 'declined', closed_at = now()`);
    expect(await undelivered()).toEqual(["Zoe Ito"]);
    await db.execute(sql`update members set joined_at = now() where org_id = ${orgId}`);
    expect(await undelivered()).toEqual([]);
  }),
);

test(
  "who was not reached is found from what was lost, not from all who have not joined",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    await withoutLimits(world);
    await inviteMembers(ada, inviting(Array.from({ length: 1_000 }, (_, i) => newClient(`p${i}@acme.com`))));
    await world.db.execute(sql`
      update messages set state = 'bounced' where org_id = ${world.orgId} and address in ('p1@acme.com', 'p2@acme.com')`);
    const read = await rowsRead(world.db, "invitations", async (tx) => {
      expect((await listMembers({ ...ada, db: tx }, { find: "nobody" })).undelivered).toBe(2);
    });
    expect(read).toBeLessThan(20);
  }),
);

test(
  "of several invitations of one person the open one counts, and else the newest",
  inWorld(async (world) => {
    const { db, orgId, kim, kimInvitation } = await setScene(world);
    const ada = await world.as("ada");
    const shown = async () => (await listMembers(ada, { find: "kim" })).clients[0]?.invitation?.id;
    await cancelInvitation(ada, { invitation: kimInvitation });
    await inviteMembers(ada, inviting([{ contact: kim }]));
    const newest = await shown();
    expect(newest).not.toBe(kimInvitation);
    await cancelInvitation(ada, { invitation: newest ?? "" });
    expect(await shown()).toBe(newest);
    const lost = async () => (await listMembers(ada, { show: "not-delivered" })).undelivered;
    const runOut = (id: string | undefined) =>
      db.execute(sql`update invitations set status = 'expired' where org_id = ${orgId} and id = ${id}`);
    await db.execute(
      sql`update messages set state = 'bounced' where org_id = ${orgId} and id in (
        select t.id from ${messagesTo(sql`${orgId}`, sql`${kim}`)} t)`,
    );
    await runOut(kimInvitation);
    expect(await lost()).toBe(0);
    await runOut(newest);
    expect(await lost()).toBe(1);
    await db.execute(sql`update invitations set status = 'pending', closed_at = null
      where org_id = ${orgId} and id = ${kimInvitation}`);
    expect(await shown()).toBe(kimInvitation);
  }),
);
