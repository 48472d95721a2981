import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts } from "@/db/schema";
import { knowClients } from "@/tests/group-scene";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { type Chosen, readChosen } from "./chosen";
import { exportContacts } from "./export-contacts";
import { newId } from "./id";

await useDatabase();

const words = {
  headings: ["Name", "Email", "Phone", "Company", "Title", "Kind", "Status", "Groups", "Added"],
  kinds: { internal: "Internal user", client: "Client" },
  states: {
    quiet: "Quiet",
    invited: "Not Joined",
    bounced: "Bounced",
    joined: "Joined",
    deactivated: "Deactivated",
  },
};

const exported = async (world: World, chosen: Chosen) => {
  const pieces: string[] = [];
  for await (const piece of await exportContacts(await world.inOrganization("ines"), chosen, words))
    pieces.push(piece);
  return pieces;
};

const namesIn = (text: string) =>
  text
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(",")[0]);

test(
  "a file says of everybody who they are, in the list's order, and computes nothing",
  inWorld(async (world) => {
    await world.db.insert(contacts).values({
      ...{ orgId: world.orgId, id: newId(), kind: "client", name: '=HYPERLINK("x")', sortKey: "a" },
      ...{
        phone: "+14155550134",
        company: "Acme, Inc.",
        companyKey: "acme, inc.",
        title: "-",
        createdAt: new Date(0),
      },
    });
    const text = (await exported(world, readChosen({ tab: "clients" }))).join("");
    const [head, first, second] = text.split("\r\n");
    expect(head).toBe('\ufeff"Name","Email","Phone","Company","Title","Kind","Status","Groups","Added"');
    expect(first).toBe(
      `"'=HYPERLINK(""x"")","","'+14155550134","Acme, Inc.","'-","Client","Quiet","","1970-01-01"`,
    );
    expect(second).toMatch(
      /^"Cleo","cleo@northwind\.example","","","","Client","Joined","Acme finance","\d{4}-\d\d-\d\d"$/,
    );
    expect(namesIn(text)).toHaveLength(3);
  }),
);

test(
  "only who is chosen, by name or by the list's filter; nobody of another organization",
  inWorld(async (world) => {
    const some = await exported(world, { contacts: [world.id("quinn"), world.id("otto"), world.id("ada")] });
    expect(namesIn(some.join(""))).toEqual(['"Quinn"', '"Ada"']);
    expect(namesIn((await exported(world, readChosen({ c: "zz", tab: "clients" }))).join(""))).toEqual([]);
    const internal = await exported(world, readChosen({ tab: "internal" }));
    expect(namesIn(internal.join(""))).toEqual(['"Ada"', '"Ines"', '"Noel"', '"Omar"']);
    expect(namesIn((await exported(world, readChosen({ find: "qui" }))).join(""))).toEqual(['"Quinn"']);
    expect(namesIn((await exported(world, readChosen({ find: "uinn" }))).join(""))).toEqual(['"Quinn"']);
    const group = await exported(world, readChosen({ group: world.groups.clients, state: "joined" }));
    expect(namesIn(group.join(""))).toEqual(['"Cleo"', '"Quinn"']);
  }),
);

test(
  "many people come in pieces of a thousand, everybody once",
  inWorld(async (world) => {
    const emails = Array.from({ length: 2_500 }, (_, i) => `c${String(i).padStart(4, "0")}@acme.com`);
    await knowClients(world, null, emails);
    const parts = { name: 3, "-added": 3, state: 4 };
    for (const [sort, count] of Object.entries(parts)) {
      const pieces = await exported(world, readChosen({ sort }));
      expect(pieces, sort).toHaveLength(1 + count);
      const lines = pieces.join("").split("\r\n").slice(1, -1);
      expect(lines).toHaveLength(2_502);
      expect(new Set(lines).size).toBe(2_502);
    }
  }),
);

test(
  "taking a file is recorded; clients may not",
  inWorld(async (world) => {
    await exported(world, { contacts: [world.id("quinn")] });
    const [told] = await world.db.execute(sql`select actor_id, data from activity
      where org_id = ${world.orgId} and kind = 'contacts_exported'`);
    expect(told).toEqual({ actor_id: world.id("ines"), data: { count: 1 } });
    await expect(
      exportContacts(await world.inOrganization("cleo"), readChosen({}), words),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  }),
);
