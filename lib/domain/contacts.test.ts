import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts, groupMembers, groups } from "@/db/schema";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { countTabs, getContact, listContactIds, listContacts, listGroupNames, listGroups } from "./contacts";
import { newId } from "./id";
import { sortKey } from "./text";

await useDatabase();

type Person = Partial<typeof contacts.$inferInsert> & { name?: string };

async function know({ db, orgId }: World, people: Person[]): Promise<string[]> {
  const rows = people.map((person, i) => ({
    kind: "client" as const,
    ...(!person.phone && !person.email && { email: `known${i}@somewhere.example` }),
    ...person,
    orgId,
    id: newId(),
    sortKey: sortKey(person.name ?? person.email ?? person.phone ?? `known${i}@somewhere.example`),
    companyKey: person.company ? sortKey(person.company) : null,
  }));
  await db.insert(contacts).values(rows);
  return rows.map(({ id }) => id);
}

const names = async (world: World, input: Parameters<typeof listContacts>[1]) =>
  (await listContacts(await world.inOrganization("ines"), input)).rows.map(({ name }) => name);

test(
  "a search finds who begins with it: by name, then e-mail, phone and company, everybody once",
  inWorld(async (world) => {
    await know(world, [
      { name: "Kim Lee", email: "kim@kimco.example", company: "Kimco" },
      { name: "Zélie Ångström", email: "kimberly@acme.example" },
      { name: "Aaron Poe", email: "aaron@acme.example", company: "Kimco" },
      { name: "Tom Keller", phone: "+14155550134" },
      { name: "Joakim Berg", email: "jb@acme.example" },
      { name: "Łukasz Sørby", email: "ls@acme.example" },
    ]);
    expect(await names(world, { find: "lukasz sorby" })).toEqual(["Łukasz Sørby"]);
    expect(await names(world, { find: "KIM" })).toEqual(["Kim Lee", "Zélie Ångström", "Aaron Poe"]);
    expect(await names(world, { find: "zelie ang" })).toEqual(["Zélie Ångström"]);
    expect(await names(world, { find: "+1 (415) 555" })).toEqual(["Tom Keller"]);
  }),
);

test(
  "only when nobody begins with it, its words are looked for inside names, addresses and companies",
  inWorld(async (world) => {
    await know(world, [
      { name: "Joakim Berg", email: "jb@acme.example", company: "50%_Off\\ Shop" },
      { name: "Kim Lee", email: "kim@acme.example" },
    ]);
    expect(await names(world, { find: "kim" })).toEqual(["Kim Lee"]);
    expect(await names(world, { find: "oakim" })).toEqual(["Joakim Berg"]);
    expect(await names(world, { find: "berg joak" })).toEqual(["Joakim Berg"]);
    expect(await names(world, { find: "%_of" })).toEqual(["Joakim Berg"]);
    expect(await names(world, { find: "f\\ s" })).toEqual([]);
    expect(await names(world, { find: "off\\" })).toEqual(["Joakim Berg"]);
    expect(await names(world, { find: "___" })).toEqual([]);
    expect(await names(world, { find: "ak" })).toEqual([]);
  }),
);

test(
  "filters by state, company and group go together with a search; bounced people are nowhere else",
  inWorld(async (world) => {
    const now = new Date();
    const [quiet = "", gone = ""] = await know(world, [
      { name: "Quiet Kim", email: "q@acme.example", company: "Acme" },
      { name: "Bounced Kim", email: "gone@acme.example", company: "Acme", invitedAt: now },
      { name: "Invited Kim", email: "i@acme.example", company: "Beta", invitedAt: now },
      { name: "Former Kim", email: "f@acme.example", deactivatedAt: now },
    ]);
    await world.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${world.orgId}, 'gone@acme.example', 'bounced'), (${world.orgId}, 'q@acme.example', 'opted_out')`);
    await world.db
      .insert(groupMembers)
      .values(
        [quiet, gone].map((contactId) => ({ orgId: world.orgId, groupId: world.groups.clients, contactId })),
      );
    expect(await names(world, { state: "quiet" })).toEqual(["Quiet Kim"]);
    expect(await names(world, { state: "invited" })).toEqual(["Invited Kim"]);
    expect(await names(world, { state: "bounced" })).toEqual(["Bounced Kim"]);
    expect(await names(world, { state: "deactivated" })).toEqual(["Former Kim"]);
    expect(await names(world, { state: "joined" })).toEqual(["Cleo", "Quinn"]);
    const byState = ["Bounced Kim", "Invited Kim", "Quiet Kim", "Cleo", "Quinn", "Former Kim"];
    expect(await names(world, { sort: "state" })).toEqual(byState);
    expect(await names(world, { sort: "-state" })).toEqual([
      ...["Former Kim", "Cleo", "Quinn", "Quiet Kim", "Invited Kim", "Bounced Kim"],
    ]);
    expect(await names(world, { sort: "-state", state: "joined" })).toEqual(["Cleo", "Quinn"]);
    expect(await names(world, { company: "ACME" })).toEqual(["Bounced Kim", "Quiet Kim"]);
    expect(await names(world, { group: world.groups.clients, find: "qui" })).toEqual(["Quiet Kim", "Quinn"]);
    expect(await names(world, { group: world.groups.clients, state: "bounced" })).toEqual(["Bounced Kim"]);
    expect(await names(world, { company: "acme", state: "quiet", sort: "-added" })).toEqual(["Quiet Kim"]);
    expect((await listContacts(await world.inOrganization("ines"), { find: "bou" })).rows[0]?.state).toBe(
      "bounced",
    );
  }),
);

const everySort = ["name", "-name", "added", "-added", "state", "-state"];

/** Follows the pages to the end. */
async function walk(world: World, input: Parameters<typeof listContacts>[1]): Promise<string[]> {
  const ctx = await world.inOrganization("ines");
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listContacts(ctx, { ...input, after });
    expect(page.rows.length).toBeLessThanOrEqual(50);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  return seen;
}

test(
  "pages leave nobody out and show nobody twice, whatever the order, the search or how many share a name",
  inWorld(async (world) => {
    const made = await know(
      world,
      Array.from({ length: 180 }, (_, i) => ({
        name: ["Kim Lee", "Kim Berg", "Ann Kimura"][i % 3],
        email: i % 4 === 0 ? `kim${i}@acme.example` : `x${i}@acme.example`,
        phone: i % 7 === 0 ? `+1415555${String(1000 + i)}` : null,
        company: i % 2 === 0 ? "Kim & Sons" : "Acme",
        createdAt: new Date(Date.UTC(2026, 0, 1 + (i % 5))),
        invitedAt: i % 5 === 0 ? new Date() : null,
      })),
    );
    for (const sort of everySort) {
      const seen = await walk(world, { sort });
      expect(new Set(seen).size).toBe(seen.length);
      expect([...seen].sort()).toEqual([...made, world.id("cleo"), world.id("quinn")].sort());
    }
    for (const find of ["kim", "mura", "+1 415 555"]) {
      const seen = await walk(world, { find });
      expect(new Set(seen).size).toBe(seen.length);
      const ids = await listContactIds(await world.inOrganization("ines"), { find, most: 1_001 });
      expect(seen).toEqual(ids);
    }
    expect((await walk(world, { find: "kim" })).length).toBe(150);
    expect((await walk(world, { state: "invited", sort: "-added" })).length).toBe(36);
  }),
);

test(
  "the ids that match are capped, and the count of matches at 1,001",
  inWorld(async (world) => {
    await know(
      world,
      Array.from({ length: 1_010 }, (_, i) => ({ name: "Kim Lee", email: `k${i}@acme.example` })),
    );
    const ctx = await world.inOrganization("ines");
    expect((await listContactIds(ctx, { find: "kim", most: 7 })).length).toBe(7);
    expect((await listContacts(ctx, {})).matches).toBe(1_001);
    expect((await listContacts(ctx, { find: "cle" })).matches).toBe(1);
    expect(await countTabs(ctx)).toEqual({ clients: 1_001, internal: 4, groups: 1, teams: 1 });
  }),
);

test(
  "nonsense in any parameter is as if it were not there, or finds nobody",
  inWorld(async (world) => {
    const ctx = await world.inOrganization("ines");
    const nonsense = [
      "\0",
      "\ud800",
      "%",
      "'; drop table contacts; --",
      "a".repeat(5_000),
      "0\t~11111111-1111-1111-1111-111111111111",
      "3\tx~------------------------------------",
      "0\tx\ty~11111111-1111-1111-1111-111111111111",
      "2\t99999999999999999999~11111111-1111-1111-1111-111111111111",
      `${"9".repeat(15)}~11111111-1111-1111-1111-111111111111`,
    ];
    const keys = ["tab", "find", "state", "company", "group", "sort", "after"] as const;
    for (const key of keys)
      for (const value of nonsense)
        for (const more of [{}, { sort: "added" }, { sort: "state" }, { find: "a" }, { tab: "groups" }]) {
          const input = { ...more, [key]: value };
          await listContacts(ctx, input);
          await listGroups(ctx, input);
          await listGroupNames(ctx, input);
        }
    for (const contact of nonsense)
      await expect(getContact(ctx, { contact })).rejects.toMatchObject({ code: "not_found" });
  }),
);

test(
  "another organization's contacts, groups and cursors are nowhere to be seen",
  inWorld(async (world) => {
    const otto = await world.asOtto();
    const ctx = await world.inOrganization("ada");
    await expect(getContact(ctx, { contact: otto.actor.contactId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await listContacts(otto, { group: world.groups.clients })).toMatchObject({ rows: [], next: null });
    const groupsOfOtto = await listGroupNames(otto, { group: world.groups.clients });
    expect(groupsOfOtto.map(({ id }) => id)).not.toContain(world.groups.clients);
    expect((await listContacts(otto, { tab: "internal" })).rows.map(({ name }) => name)).toEqual(["Otto"]);
    await expect(listContacts(await world.inOrganization("cleo"), {})).rejects.toMatchObject({
      code: "forbidden",
    });
  }),
);

test(
  "groups tell their people, who of them has not joined, their managers and workspaces",
  inWorld(async (world) => {
    const [kim = ""] = await know(world, [{ name: "Kim Lee" }]);
    const { orgId, db } = world;
    await db.insert(groupMembers).values({ orgId, groupId: world.groups.clients, contactId: kim });
    const more = Array.from({ length: 60 }, (_, i) => `Board ${String(i).padStart(2, "0")}`);
    await db.insert(groups).values(
      more.map((name) => ({
        orgId,
        id: newId(),
        kind: "client_group" as const,
        name,
        sortKey: sortKey(name),
      })),
    );
    const ctx = await world.inOrganization("ines");
    const first = await listGroups(ctx, { tab: "groups" });
    expect(first.rows[0]).toMatchObject({
      name: "Acme finance",
      people: 3,
      notJoined: 1,
      managers: ["Ines"],
      workspaces: 0,
    });
    const second = await listGroups(ctx, { tab: "groups", after: first.next ?? "" });
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(["Acme finance", ...more]);
    expect(second.next).toBeNull();
    expect((await listGroups(ctx, { tab: "groups", sort: "-name" })).rows[0]?.name).toBe("Board 59");
    expect((await listGroups(ctx, { tab: "groups", find: "ARD 07" })).rows.map(({ name }) => name)).toEqual([
      "Board 07",
    ]);
    expect((await listGroups(ctx, { tab: "teams" })).rows.map(({ name }) => name)).toEqual(["Lending team"]);
  }),
);
