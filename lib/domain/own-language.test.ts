import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { LAPTOP, sent } from "@/tests/codes";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { askForAddress, getAccount } from "./account";
import { ChooseLanguage, chooseLanguage } from "./own-language";

await useDatabase();

const choose = async (world: World, language: string) =>
  chooseLanguage(await world.inOrganization("cleo"), ChooseLanguage.parse({ language }));

const chosen = async (world: World) => (await getAccount(await world.inOrganization("cleo"))).language;

const kept = ({ db, orgId }: World) =>
  db.execute<{ data: unknown }>(sql`
    select data from activity where org_id = ${orgId} and kind = 'contact_edited' order by id`);

test(
  "one's own language is kept, recorded when it changes, and taken back",
  inWorld(async (world) => {
    const others = sql`select count(*)::int as count from contacts where org_id = ${world.orgId} and language = 'de'`;
    expect(await chosen(world)).toBeNull();
    expect(await choose(world, "de")).toEqual({ language: "de" });
    await choose(world, "de");
    expect(await chosen(world)).toBe("de");
    expect(await world.db.execute(others)).toEqual([{ count: 1 }]);
    await choose(world, "");
    expect(await chosen(world)).toBeNull();
    expect((await kept(world)).map(({ data }) => data)).toEqual([
      { name: "Cleo", fields: ["language"] },
      { name: "Cleo", fields: ["language"] },
    ]);
  }),
);

test(
  "messages follow the language that was chosen",
  inWorld(async (world) => {
    await choose(world, "de");
    await askForAddress(await world.inOrganization("cleo"), { ...LAPTOP, address: "(312) 555-0142" });
    expect(await sent(world, "+13125550142")).toMatchObject([{ kind: "address_code", language: "de" }]);
  }),
);

test("languages that nothing is said in cannot be chosen", () => {
  const said = ChooseLanguage.safeParse({ language: "fr" }).error?.issues.map(({ message }) => message);
  expect(said).toEqual(["Choose a language of the list."]);
});
