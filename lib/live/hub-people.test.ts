import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { createContact } from "@/lib/domain/add-contacts";
import { removeFromGroup } from "@/lib/domain/group-people";
import { deleteGroup } from "@/lib/domain/groups";
import { newId } from "@/lib/domain/id";
import { watchGroup, watchPerson } from "@/lib/domain/live";
import { mergeContacts } from "@/lib/domain/merge";
import { knowClients } from "@/tests/group-scene";
import { FAR, openPage, stopAll } from "@/tests/live-pages";
import { twins } from "@/tests/merging";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { makeHub } from "./hub";

await useDatabase();

afterEach(stopAll);

const kim = { kind: "client", name: "Kim", email: "kim@acme.com" } as const;
const nothing = { phone: null, company: null, title: null, language: null };

const demote = ({ db, orgId, id }: World) =>
  db.execute(sql`update contacts set kind = 'client' where org_id = ${orgId} and id = ${id("ines")}`);

test(
  "an open contact list is told who comes, whose mail comes back and what keeps mail waiting, and not of work",
  inOpenWorld(async (world) => {
    const { db, orgId } = world;
    const hub = makeHub(db, FAR);
    const { told } = await openPage(world, hub, "contacts");
    await db.execute(sql`insert into activity (org_id, id, workspace_id, kind)
      values (${orgId}, ${newId()}, ${world.workspaceId}, 'action_completed')`);
    await hub.look();
    expect(told).toEqual([]);
    await createContact(await world.as("ada"), { ...nothing, ...kim });
    await hub.look();
    await db.execute(sql`insert into messages (org_id, id, kind, channel, address, subject_id, template_version, "values", state)
      values (${orgId}, ${newId()}, 'test_message', 'email', 'kim@acme.com', ${newId()}, 1, '{}', 'uncertain')`);
    await hub.look();
    await db.execute(
      sql`update messages set state = 'bounced' where org_id = ${orgId} and state = 'uncertain'`,
    );
    await hub.look();
    await db.execute(
      sql`insert into channel_pauses (provider, until, reason) values ('mailbox', now(), 'manual')`,
    );
    await hub.look();
    await db.execute(sql`delete from channel_pauses`);
    await hub.look();
    expect(told).toEqual(["changed", "changed", "changed", "changed", "changed"]);
    await demote(world);
    await hub.look();
    expect(told.at(-1)).toBe("gone");
  }),
);

test(
  "an open page of a group is told who comes into it, joins and leaves, of no other group, and that it is gone",
  inOpenWorld(async (world) => {
    const { db, orgId, groups } = world;
    const hub = makeHub(db, FAR);
    const ada = await world.as("ada");
    const { told } = await openPage(world, hub, await watchGroup(ada, { group: groups.clients }), "ada");
    await knowClients(world, groups.team, ["lee@acme.com"]);
    await createContact(ada, { ...nothing, ...kim });
    await hub.look();
    expect(told).toEqual([]);
    const [zoe = ""] = await knowClients(world, groups.clients, ["zoe@acme.com"]);
    await hub.look();
    await db.execute(sql`update contacts set invited_at = now() where org_id = ${orgId} and id = ${zoe}`);
    await hub.look();
    await removeFromGroup(ada, { group: groups.clients, contacts: [zoe] });
    await hub.look();
    expect(told).toEqual(["changed", "changed", "changed"]);
    const own = await openPage(
      world,
      hub,
      await watchGroup(await world.as("ines"), { group: groups.clients }),
    );
    await demote(world);
    await hub.look();
    expect(own.told).toEqual(["gone"]);
    await deleteGroup(ada, { group: groups.clients, name: "Acme finance" });
    await hub.look();
    expect(told).toEqual(["changed", "changed", "changed", "gone"]);
  }),
);

test(
  "an open page of a group is told of who looks after it, and of where it has been added",
  inOpenWorld(async (world) => {
    const { db, orgId, groups, id } = world;
    const hub = makeHub(db, FAR);
    const at = { group: groups.clients };
    const { told } = await openPage(world, hub, await watchGroup(await world.as("ada"), at), "ada");
    const changes = [
      sql`insert into group_managers (org_id, group_id, contact_id) values (${orgId}, ${at.group}, ${id("ada")})`,
      sql`update contacts set name = 'Ada Reed' where org_id = ${orgId} and id = ${id("ada")}`,
      sql`insert into workspace_groups (org_id, workspace_id, group_id, added_by)
        values (${orgId}, ${world.workspaceId}, ${at.group}, ${id("ada")})`,
      sql`update workspaces set name = 'Harbour' where org_id = ${orgId} and id = ${world.workspaceId}`,
      sql`delete from workspace_groups where org_id = ${orgId} and group_id = ${at.group}`,
    ];
    for (const [i, change] of changes.entries()) {
      await db.execute(change);
      await hub.look();
      expect(told).toHaveLength(i + 1);
    }
  }),
);

test(
  "of a group of more than a thousand, its page is also told whatever happens to people",
  inOpenWorld(async (world) => {
    const hub = makeHub(world.db, FAR);
    const ada = await world.as("ada");
    await knowClients(
      world,
      world.groups.clients,
      Array.from({ length: 1_000 }, (_, i) => `client${i}@acme.com`),
    );
    const { told } = await openPage(
      world,
      hub,
      await watchGroup(ada, { group: world.groups.clients }),
      "ada",
    );
    await createContact(ada, { ...nothing, ...kim });
    await hub.look();
    expect(told).toEqual(["changed"]);
  }),
);

test(
  "an open page of a person is told of their workspaces and groups, and of what happened around them",
  inOpenWorld(async (world) => {
    const { db, orgId } = world;
    const hub = makeHub(db, FAR);
    const { told } = await openPage(
      world,
      hub,
      await watchPerson(await world.as("ines"), { contact: world.id("quinn") }),
    );
    await db.execute(
      sql`delete from group_members where org_id = ${orgId} and contact_id = ${world.id("quinn")}`,
    );
    await hub.look();
    await db.execute(sql`insert into members (org_id, workspace_id, contact_id, added_by)
      values (${orgId}, ${world.workspaceId}, ${world.id("quinn")}, ${world.id("ada")})`);
    await hub.look();
    await db.execute(sql`insert into activity (org_id, id, contact_id, kind)
      values (${orgId}, ${newId()}, ${world.id("quinn")}, 'contact_edited')`);
    await hub.look();
    expect(told).toEqual(["changed", "changed", "changed"]);
  }),
);

test(
  "an open page of a person who is merged into another is gone, and says into whom, also when that one was merged since",
  inOpenWorld(async (world) => {
    const hub = makeHub(world.db, FAR);
    const ada = await world.as("ada");
    const [keep = "", drop = ""] = await twins(world);
    const [last = ""] = await knowClients(world, null, ["kim.lee@acme.com"]);
    const { told } = await openPage(world, hub, await watchPerson(ada, { contact: drop }), "ada");
    await mergeContacts(ada, { keep, drop });
    await hub.look();
    expect(told).toEqual(["gone"]);
    await expect(watchPerson(ada, { contact: drop })).rejects.toMatchObject({
      ...{ code: "gone", message: "This contact was merged into kim@acme.com.", now: keep },
    });
    await mergeContacts(ada, { keep: last, drop: keep });
    await expect(watchPerson(ada, { contact: drop })).rejects.toMatchObject({ now: last });
    await expect(watchPerson(ada, { contact: newId() })).rejects.toMatchObject({ code: "not_found" });
  }),
);
