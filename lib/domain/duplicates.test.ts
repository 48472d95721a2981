import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts } from "@/db/schema";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { findDuplicates } from "./duplicates";
import { newId } from "./id";
import { sortKey } from "./text";

await useDatabase();

async function know(
  world: World,
  name: string,
  email: string,
  more: { company?: string; phone?: string } = {},
) {
  const { company, phone } = more;
  const id = newId();
  await world.db.insert(contacts).values({
    ...{ orgId: world.orgId, id, kind: "client", name, email, phone, sortKey: sortKey(name), company },
    companyKey: company && sortKey(company),
  });
  return id;
}

test(
  "the same address, however it is written, is certain; the same name at the same company is likely",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const kim = await know(world, "Kim Lee", "kim@acme.com", { company: "Acme", phone: "+14155550134" });
    const find = async (input: Parameters<typeof findDuplicates>[1]) =>
      (await findDuplicates(ines, input)).map(({ id, isSame }) => ({ id, isSame }));
    const certain = [{ id: kim, isSame: true }];
    expect(await find({ email: " KIM@Acme.com " })).toEqual(certain);
    expect(await find({ phone: "(415) 555-0134" })).toEqual(certain);
    expect(await find({ name: "kim  LÉE", company: "ACME" })).toEqual([{ id: kim, isSame: false }]);
    expect(await find({ email: "kim@acme.com", name: "Kim Lee", company: "Acme" })).toEqual(certain);
    expect(await find({ name: "Kim Lee" })).toEqual([]);
    expect(await find({ name: "Kim Lee", company: "Bluebird" })).toEqual([]);
    expect(await find({ email: "kim@acme", phone: "12", name: "", company: "Acme" })).toEqual([]);
    expect(await find({})).toEqual([]);
  }),
);

test(
  "a contact is no duplicate of itself; two without a company and with one name are",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const [one, two] = [
      await know(world, "Jo Park", "jo@acme.com"),
      await know(world, "Jo Park", "jo@gmail.example"),
    ];
    const found = await findDuplicates(ines, { email: "jo@acme.com", name: "Jo Park", except: one });
    expect(found).toMatchObject([
      { id: two, name: "Jo Park", addresses: ["jo@gmail.example"], isSame: false },
    ]);
  }),
);

test(
  "other organizations' contacts are not found, and clients may not look",
  inWorld(async (world) => {
    await know(world, "Kim Lee", "kim@acme.com");
    expect(await findDuplicates(await world.asOtto(), { email: "kim@acme.com" })).toEqual([]);
    await expect(
      findDuplicates(await world.inOrganization("cleo"), { email: "kim@acme.com" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  }),
);

test(
  "among many contacts no statement reads them all",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    await world.db.execute(sql`insert into contacts (org_id, id, kind, name, email, sort_key)
      select ${world.orgId}, gen_random_uuid(), 'client', 'n' || g, g || '@x.example', 'n' || g
      from generate_series(1, 20000) g`);
    await world.db.execute(sql`analyze contacts`);
    const scans = async () => {
      const [row] = await world.db.execute<{ n: number }>(
        sql`select seq_scan::int as n from pg_stat_xact_user_tables where relname = 'contacts'`,
      );
      return row?.n;
    };
    const before = await scans();
    expect(
      await findDuplicates(ines, { email: "17@x.example", phone: "+14155550134", name: "n18" }),
    ).toHaveLength(2);
    expect(await scans()).toBe(before);
  }),
);
