import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { newId } from "@/lib/domain/id";
import { answerInternalRequest } from "@/lib/domain/internal-requests";
import { inviteMembers } from "@/lib/domain/invite";
import { followLink } from "@/lib/domain/join-use";
import { watchInternalRequest, watchPerson } from "@/lib/domain/live";
import { requestInternal } from "@/lib/domain/request-internal";
import { inviting, newClient } from "@/tests/inviting";
import { addLink, person } from "@/tests/joining";
import { FAR, openPage, stopAll } from "@/tests/live-pages";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { makeHub } from "./hub";

await useDatabase();

afterEach(stopAll);

const invite = async (world: World, email: string) =>
  inviteMembers(await world.as("ada"), inviting([newClient(email)]));

test(
  "an open outbox is told of every new state and of a pause, and ends when its reader is no admin any more",
  inOpenWorld(async (world) => {
    await invite(world, "kim@acme.com");
    const hub = makeHub(world.db, FAR);
    const { told } = await openPage(world, hub, "outbox");
    await hub.look();
    expect(told).toEqual([]);
    await world.db.execute(
      sql`update messages set state = 'bounced', error = 'mailbox is full' where org_id = ${world.orgId}`,
    );
    await hub.look();
    await world.db.execute(
      sql`insert into channel_pauses (provider, until, reason) values ('mailbox', now(), 'manual')`,
    );
    await hub.look();
    await world.db.execute(sql`delete from channel_pauses`);
    await hub.look();
    expect(told).toEqual(["changed", "changed", "changed"]);
    await world.db.execute(
      sql`update contacts set is_admin = false where org_id = ${world.orgId} and id = ${world.id("ada")}`,
    );
    await hub.look();
    expect(told.at(-1)).toBe("gone");
  }),
);

test(
  "an open list of all invitations is told of one that is made, accepted or comes back, and not of work",
  inOpenWorld(async (world) => {
    const hub = makeHub(world.db, FAR);
    const { told } = await openPage(world, hub, "invitations");
    await world.db.execute(sql`insert into activity (org_id, id, workspace_id, kind)
      values (${world.orgId}, ${newId()}, ${world.workspaceId}, 'action_completed')`);
    await hub.look();
    expect(told).toEqual([]);
    await invite(world, "kim@acme.com");
    await hub.look();
    await world.db.execute(sql`update messages set state = 'bounced' where org_id = ${world.orgId}`);
    await hub.look();
    expect(told).toEqual(["changed", "changed"]);
    await world.db.execute(
      sql`update contacts set kind = 'client' where org_id = ${world.orgId} and id = ${world.id("ines")}`,
    );
    await hub.look();
    expect(told.at(-1)).toBe("gone");
  }),
);

test(
  "admins are told who asks to become an internal user, and what became of what a colleague asked for",
  inOpenWorld(async (world) => {
    const hub = makeHub(world.db, FAR);
    const { told } = await openPage(world, hub, "requests");
    const { token } = await addLink(world, { workspaceId: null });
    await followLink(await person(world, "lee@northwind.example"), { token });
    await hub.look();
    expect(told).toEqual(["changed"]);
    await requestInternal(await world.as("ines"), { address: "zoe@northwind.example" });
    const [asked] = await world.db.execute<{ id: string }>(sql`select id from activity
      where org_id = ${world.orgId} and kind = 'internal_requested'`);
    const at = { workspace: world.workspaceId, request: asked?.id ?? "" };
    const watched = await watchInternalRequest(await world.as("ada"), at);
    const open = await openPage(world, hub, watched, "ada");
    await answerInternalRequest(await world.as("ada"), { ...at, command: newId() });
    await hub.look();
    expect(open.told).toEqual(["changed"]);
  }),
);

test(
  "an open page of a person is told when a message to them comes back",
  inOpenWorld(async (world) => {
    await invite(world, "kim@acme.com");
    const [kim] = await world.db.execute<{ id: string }>(
      sql`select id from contacts where org_id = ${world.orgId} and email = 'kim@acme.com'`,
    );
    const hub = makeHub(world.db, FAR);
    const { told } = await openPage(
      world,
      hub,
      await watchPerson(await world.as("ines"), { contact: kim?.id ?? "" }),
    );
    await world.db.execute(sql`update messages set state = 'sent' where org_id = ${world.otherOrgId}`);
    await hub.look();
    expect(told).toEqual([]);
    await world.db.execute(sql`update messages set state = 'bounced' where org_id = ${world.orgId}`);
    await hub.look();
    await world.db.execute(
      sql`insert into suppressions (org_id, address, reason) values (${world.orgId}, 'kim@acme.com', 'bounced')`,
    );
    await hub.look();
    expect(told).toEqual(["changed", "changed"]);
  }),
);
