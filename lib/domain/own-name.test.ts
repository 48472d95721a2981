import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { getAccount } from "./account";
import { ChooseName, chooseName } from "./own-name";

await useDatabase();

const NUMBER = "+14155550134";

const named = async (world: World, name: string) =>
  chooseName(await world.inOrganization("cleo"), ChooseName.parse({ name }));

const account = async (world: World) => getAccount(await world.inOrganization("cleo"));

test(
  "who joined without a name gives themselves one, and another: kept here and as their own, recorded when it changes",
  inWorld(async (world) => {
    const cleo = world.id("cleo");
    await world.db.execute(
      sql`update contacts set name = null where org_id = ${world.orgId} and id = ${cleo}`,
    );
    await world.db.execute(sql`update users set name = ${NUMBER} where id = ${world.userOf("cleo")}`);
    await world.db.execute(sql`insert into user_addresses (address, kind, user_id, verified_at)
      values (${NUMBER}, 'phone', ${world.userOf("cleo")}, now())`);
    expect(await account(world)).toMatchObject({ name: "+1 415 555 0134", isNamed: false });
    for (const name of ["Émile Roux", "Émile Roux", "Émile R."]) await named(world, name);
    expect(await account(world)).toMatchObject({ name: "Émile R.", isNamed: true });
    const [kept] = await world.db.execute(sql`
      select c.name, c.sort_key as key, u.name as own from contacts c join users u on u.id = c.user_id
      where c.org_id = ${world.orgId} and c.id = ${cleo}`);
    expect(kept).toEqual({ name: "Émile R.", key: "emile r.", own: "Émile R." });
    const told = await world.db.execute(sql`
      select data from activity where org_id = ${world.orgId} and kind = 'contact_edited'
        and actor_id = ${cleo} and contact_id = ${cleo} order by id`);
    expect(told.map(({ data }) => data)).toEqual([
      { name: "Émile Roux", fields: ["name"] },
      { name: "Émile R.", fields: ["name"] },
    ]);
    const others = sql`select from contacts where org_id = ${world.orgId} and name = 'Émile R.'`;
    expect(await world.db.execute(others)).toHaveLength(1);
  }),
);

test("a name is one that messages may say, and none is none", () => {
  for (const bad of ["", " ", "evil.example", "call +1 415 555 0134", "x".repeat(61)])
    expect(ChooseName.safeParse({ name: bad }).success).toBe(false);
});
