import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { selectWithin } from "@/db/queries/people";
import { contacts, members, userAddresses, users } from "@/db/schema";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { RecognisePeople, recognisePeople, suggestPeople } from "./people";
import { sortKey } from "./text";

const { url } = await useDatabase();

type Person = {
  name: string | null;
  email?: string;
  phone?: string;
  kind?: "internal" | "client";
  company?: string;
};

async function know({ db, orgId }: World, ...people: Person[]): Promise<string[]> {
  const rows = people.map(({ kind = "client", ...rest }) => ({
    ...rest,
    kind,
    orgId,
    id: newId(),
    sortKey: sortKey(rest.name ?? rest.email ?? rest.phone ?? ""),
    companyKey: rest.company && sortKey(rest.company),
  }));
  await db.insert(contacts).values(rows);
  return rows.map(({ id }) => id);
}

const raw = (...texts: string[]) => RecognisePeople.parse({ texts });

const names = async (world: World, q: string, role?: string) =>
  (await suggestPeople(await world.as("ines"), { q, ...(role && { role }) })).map(({ name }) => name);

describe("suggestions", () => {
  test(
    "begin with the name, the e-mail or the phone number that is being typed",
    inWorld(async (world) => {
      await know(
        world,
        { name: "Priya Rao", email: "p.rao@acme.example" },
        { name: "Zélie Ångström", email: "priority@acme.example" },
        { name: "Tom Keller", phone: "+14155550134" },
        { name: null, email: "kim@acme.example" },
      );
      expect(await names(world, "pri")).toEqual(["Priya Rao", "Zélie Ångström"]);
      expect(await names(world, "ZELIE ang")).toEqual(["Zélie Ångström"]);
      expect(await names(world, "+1 (415) 555")).toEqual(["Tom Keller"]);
      expect(await names(world, "kim@")).toEqual(["kim@acme.example"]);
    }),
  );

  test(
    "find a national number in the organization's country",
    inWorld(async (world) => {
      await know(world, { name: "Tom Keller", phone: "+493012345678" });
      await world.db.execute(sql`update organizations set country = 'DE' where id = ${world.orgId}`);
      expect(await names(world, "030 123")).toEqual(["Tom Keller"]);
    }),
  );

  test(
    "go on with words of the name, in any order, behind those that begin with it",
    inWorld(async (world) => {
      await know(
        world,
        { name: "Priyanka Nair", email: "x1@acme.example" },
        { name: "Nairobi Desk", email: "x2@acme.example" },
        { name: "Mary-Nairn O'Naira", email: "x3@acme.example" },
      );
      expect(await names(world, "nair")).toEqual(["Nairobi Desk", "Mary-Nairn O'Naira", "Priyanka Nair"]);
      expect(await names(world, "nair priy")).toEqual(["Priyanka Nair"]);
    }),
  );

  test(
    "look inside words only when nothing else is found",
    inWorld(async (world) => {
      await know(
        world,
        { name: "Jörg Schmitz", email: "js@acme.example" },
        { name: "Mitzi Lang", email: "ml@acme.example" },
      );
      expect(await names(world, "mitz")).toEqual(["Mitzi Lang"]);
      expect(await names(world, "chmit")).toEqual(["Jörg Schmitz"]);
      expect(await names(world, "nobody at all")).toEqual([]);
    }),
  );

  test(
    "are at most eight, each person once",
    inWorld(async (world) => {
      await know(
        world,
        ...Array.from({ length: 20 }, (_, i) => ({
          name: `Sam ${i}`,
          email: `sam${i}@acme.example`,
          phone: `+1415555${1000 + i}`,
        })),
      );
      const found = await names(world, "sam");
      expect(found).toHaveLength(8);
      expect(new Set(found).size).toBe(8);
    }),
  );

  test(
    "tell how each person stands to the workspace, without a word about accounts elsewhere",
    inWorld(async (world) => {
      const [invited = "", outsider = "", gone = ""] = await know(
        world,
        { name: "Xan Invited", email: "xan1@acme.example", company: "Acme" },
        { name: "Xan Outsider", email: "xan2@acme.example" },
        { name: "Xan Gone", email: "xan3@acme.example", kind: "internal" },
      );
      const at = { orgId: world.orgId, workspaceId: world.workspaceId };
      await world.db.insert(members).values({ ...at, contactId: invited, addedBy: world.id("omar") });
      await world.db.execute(
        sql`update contacts set deactivated_at = now() where org_id = ${world.orgId} and id = ${gone}`,
      );
      const userId = newId();
      await world.db.insert(users).values({ id: userId, name: "Xan" });
      await world.db
        .insert(userAddresses)
        .values({ address: "xan2@acme.example", kind: "email", userId, verifiedAt: sql`now()` });
      const found = await suggestPeople(await world.as("ines"), { q: "xan" });
      expect(found).toEqual([
        {
          contact: gone,
          name: "Xan Gone",
          address: "xan3@acme.example",
          kind: "internal",
          company: null,
          state: "deactivated",
        },
        {
          contact: invited,
          name: "Xan Invited",
          address: "xan1@acme.example",
          kind: "client",
          company: "Acme",
          state: "not_joined",
        },
        {
          contact: outsider,
          name: "Xan Outsider",
          address: "xan2@acme.example",
          kind: "client",
          company: null,
          state: "no_account",
        },
      ]);
      const states = async (q: string) =>
        (await suggestPeople(await world.as("ines"), { q })).map(({ state }) => state);
      expect(await states("cleo")).toEqual(["member"]);
      expect(await states("quinn")).toEqual(["has_account"]);
    }),
  );

  test(
    "for a role are only people it is for, and those it is not for where nobody else is found",
    inWorld(async (world) => {
      await know(world, { name: "Noa Client", email: "noa@acme.example" });
      expect(await names(world, "no", world.roles.lead)).toEqual(["Noel"]);
      expect(await names(world, "no", world.roles.signatory)).toEqual(["Noa Client"]);
      expect(await names(world, "noel", world.roles.signatory)).toEqual(["Noel"]);
      expect(await names(world, "noa", world.roles.lead)).toEqual(["Noa Client"]);
      expect(await names(world, "no", world.roles.reviewer)).toEqual(["Noa Client", "Noel"]);
    }),
  );

  test(
    "never come from another organization",
    inWorld(async (world) => {
      expect(await names(world, "otto")).toEqual([]);
      expect(await suggestPeople(await world.asOtto(), { q: "cleo" })).toEqual([]);
      const [recognised] = await recognisePeople(await world.as("ines"), raw("otto@northwind-other.example"));
      expect(recognised).toMatchObject({ is: "new" });
    }),
  );

  test.each(["%", "_", "\\", "'", "' or 1=1 --", "\u{10ffff}", "a".repeat(254), "  ", "🙂", "-"])(
    "are safe to ask for with %j",
    (q) => inWorld(async (world) => expect(await names(world, q)).toEqual([]))(),
  );

  test(
    "are refused to clients and to people outside the workspace",
    inWorld(async (world) => {
      const cleo = await world.as("cleo");
      await expect(suggestPeople(cleo, { q: "ada" })).rejects.toMatchObject({ code: "forbidden" });
      await expect(recognisePeople(cleo, raw("ada@x.com"))).rejects.toMatchObject({
        code: "forbidden",
      });
      const noel = await world.as("noel");
      await expect(suggestPeople(noel, { q: "ada" })).rejects.toMatchObject({ code: "not_found" });
      await expect(recognisePeople(noel, raw("ada@x.com"))).rejects.toMatchObject({
        code: "not_found",
      });
    }),
  );
});

test("a search that takes too long finds nothing, and later statements have their time again", async () => {
  const { db, close } = openDatabase(url, { max: 1 });
  expect(await selectWithin(db, 20, async (tx) => [...(await tx.execute(sql`select pg_sleep(2)`))])).toEqual(
    [],
  );
  expect(await selectWithin(db, 1_000, async (tx) => [...(await tx.execute(sql`select 1 as one`))])).toEqual([
    { one: 1 },
  ]);
  await db.execute(sql`select pg_sleep(0.05)`);
  await expect(
    selectWithin(db, 20, async (tx) => [...(await tx.execute(sql`select 1/0`))]),
  ).rejects.toThrow();
  await close();
});
