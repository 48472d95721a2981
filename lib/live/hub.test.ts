import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { openDatabase } from "@/db/client";
import { UpdateContact, updateContact } from "@/lib/domain/contact-details";
import { cancelInvitation } from "@/lib/domain/invitations";
import { inviteMembers } from "@/lib/domain/invite";
import { watchWorkspace } from "@/lib/domain/live";
import { removeMember } from "@/lib/domain/members";
import { log } from "@/lib/log";
import { inviting, newClient } from "@/tests/inviting";
import { FAR, openPage, stopAll, stops } from "@/tests/live-pages";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { makeHub } from "./hub";

const { url } = await useDatabase();

afterEach(stopAll);

const invite = async (world: World, email: string) =>
  inviteMembers(await world.as("ada"), inviting([newClient(email)]));

test(
  "an open page is told once of every change of what it shows, and of nothing else",
  inOpenWorld(async (world) => {
    const hub = makeHub(world.db, FAR);
    const { told } = await openPage(world, hub, "workspace");
    await hub.look();
    expect(told).toEqual([]);
    await invite(world, "kim@acme.com");
    await hub.look();
    await hub.look();
    expect(told).toEqual(["changed"]);
    await world.db.execute(sql`update messages set state = 'sent' where org_id = ${world.orgId}`);
    await hub.look();
    expect(told).toEqual(["changed", "changed"]);
    const [row] = await world.db.execute<{ id: string }>(
      sql`select id from invitations where org_id = ${world.orgId}`,
    );
    await cancelInvitation(await world.as("ada"), { invitation: row?.id ?? "" });
    await hub.look();
    expect(told).toHaveLength(3);
    await world.db.execute(sql`update workspaces set active_at = now() where org_id = ${world.otherOrgId}`);
    await hub.look();
    expect(told).toHaveLength(3);
  }),
);

test(
  "an open workspace is told of people's other names, and of an invitation that runs out",
  inOpenWorld(async (world) => {
    await invite(world, "kim@acme.com");
    const hub = makeHub(world.db, FAR);
    const { told } = await openPage(world, hub, "workspace");
    const [ines] = await world.db.execute<{ email: string }>(
      sql`select email from contacts where org_id = ${world.orgId} and id = ${world.id("ines")}`,
    );
    const named = UpdateContact.parse({ contact: world.id("ines"), name: "Ines Moreau", email: ines?.email });
    await updateContact(await world.inOrganization("ada"), named);
    await hub.look();
    expect(told).toEqual(["changed"]);
    await world.db.execute(sql`
      update invitations set expires_at = now() - interval '1 second' where org_id = ${world.orgId}`);
    await hub.look();
    await hub.look();
    expect(told).toEqual(["changed", "changed"]);
  }),
);

test(
  "a timeline is told when a workspace of its reader moves",
  inOpenWorld(async (world) => {
    const hub = makeHub(world.db, FAR);
    const { told } = await openPage(world, hub, "timeline");
    await invite(world, "kim@acme.com");
    await hub.look();
    expect(told).toEqual(["changed"]);
  }),
);

test.each(["removed from the workspace", "deactivated", "signed out"])(
  "whoever is %s is told that the page is gone, once, and nothing more",
  (how) =>
    inOpenWorld(async (world) => {
      const hub = makeHub(world.db, FAR);
      const { told, tokenHash } = await openPage(world, hub, "workspace");
      const ines = world.id("ines");
      if (how === "deactivated")
        await world.db.execute(
          sql`update contacts set deactivated_at = now() where org_id = ${world.orgId} and id = ${ines}`,
        );
      else if (how === "signed out")
        await world.db.execute(sql`delete from sessions where token_hash = ${tokenHash}`);
      else await removeMember(await world.as("ada"), { contact: ines });
      await hub.look();
      await invite(world, "kim@acme.com");
      await hub.look();
      expect(told).toEqual(["gone"]);
    })(),
);

test(
  "fifty open pages are one statement, none are none, and a session holds twenty at most",
  inOpenWorld(async (world) => {
    let statements = 0;
    const counting = openDatabase(url, { onStatement: () => statements++ });
    const hub = makeHub(counting.db, FAR);
    await hub.look();
    expect(statements).toBe(0);
    const pages = await Promise.all(Array.from({ length: 50 }, () => openPage(world, hub, "workspace")));
    await hub.look();
    await new Promise((resolve) => setTimeout(resolve, 50));
    statements = 0;
    await hub.look();
    expect(statements).toBe(1);
    const watched = watchWorkspace(await world.as("ines"));
    const more = Array.from({ length: 20 }, () =>
      hub.subscribe({ ...watched, tokenHash: pages[0]?.tokenHash ?? "" }, "", () => {}),
    );
    stops.push(...more.flatMap((stop) => stop ?? []));
    expect(more.filter((stop) => stop === null)).toHaveLength(1);
    stopAll();
    await hub.look();
    await counting.close();
  }),
);

test(
  "without any hint the page hears of it by looking itself",
  inOpenWorld(async (world) => {
    const hub = makeHub(world.db, { pollSeconds: 0.05 });
    const { told } = await openPage(world, hub, "workspace");
    await invite(world, "kim@acme.com");
    await expect.poll(() => told).toEqual(["changed"]);
    stopAll();
    await hub.look();
  }),
);

test(
  "where comparing fails once, pages stay open and hear of it the next time",
  inOpenWorld(async (world) => {
    let isDown = false;
    const db = new Proxy(world.db, {
      get: (target, key) =>
        key === "execute" && isDown ? () => Promise.reject(new Error("down")) : Reflect.get(target, key),
    });
    const hub = makeHub(db, FAR);
    const { told } = await openPage(world, hub, "workspace");
    await hub.look();
    const warned = vi.spyOn(log, "warn").mockReturnValue();
    isDown = true;
    await invite(world, "kim@acme.com");
    await hub.look();
    expect(warned.mock.calls.map(([, words]) => words)).toEqual(["open pages could not be compared"]);
    warned.mockRestore();
    expect(told).toEqual([]);
    isDown = false;
    await hub.look();
    expect(told).toEqual(["changed"]);
  }),
);
