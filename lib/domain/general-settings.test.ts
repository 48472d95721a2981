import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { countriesIn, GeneralSettings, getGeneralSettings, saveGeneralSettings } from "./general-settings";
import { inviteMembers } from "./invite";

await useDatabase();

const FORM = { name: "Northwind & Söhne", country: "DE", language: "de", timeZone: "Europe/Berlin" };

test.each([
  [{ name: " " }, "name: Enter your organization's name."],
  [{ name: "Win at evil.com" }, "name: Leave out links"],
  [{ name: "x".repeat(61) }, "name: Use at most 60 characters."],
  [{ country: "XX" }, "country: Choose one of the list."],
  [{ country: "toString" }, "country: Choose one of the list."],
  [{ language: "fr" }, "language: Choose one of the list."],
  [{ timeZone: "Mars/Olympus" }, "timeZone: Choose one of the list."],
  [{ timeZone: "" }, "timeZone: Choose one of the list."],
])("%j is refused beside its field", (change, words) => {
  const read = GeneralSettings.safeParse({ ...FORM, ...change });
  const said = read.error?.issues.map(({ path, message }) => `${path.join()}: ${message}`);
  expect(said).toEqual([expect.stringContaining(words)]);
});

test.each([
  ["en", "Germany", "Åland Islands"],
  ["de", "Deutschland", "Ägypten"],
] as const)("countries are listed by their names in %s", (language, germany, second) => {
  const countries = countriesIn(language);
  expect(countries.length).toBeGreaterThan(200);
  expect(countries.find(({ code }) => code === "DE")?.name).toBe(germany);
  expect(countries[1]?.name).toBe(second);
});

test(
  "what is saved names the organization in messages, and is what numbers and languages go by; it is recorded once",
  inWorld(async (world) => {
    const save = async () =>
      saveGeneralSettings(await world.inOrganization("ada"), GeneralSettings.parse(FORM));
    expect(await save()).toEqual({ changed: 4 });
    expect(await save()).toEqual({ changed: 0 });
    const ada = await world.as("ada");
    expect(await getGeneralSettings(ada)).toEqual(FORM);
    await inviteMembers(ada, inviting([newClient("0151 23456789")]));
    expect(await world.outbox()).toMatchObject([
      { address: "+4915123456789", values: { organizationName: "Northwind & Söhne" } },
    ]);
    const [message] = await world.db.execute<{ language: string }>(
      sql`select language from messages where org_id = ${world.orgId}`,
    );
    expect(message?.language).toBe("de");
    const told = await world.db.execute<{ data: unknown }>(
      sql`select data from activity where org_id = ${world.orgId} and kind = 'settings_changed'`,
    );
    expect(told.map(({ data }) => data)).toEqual([{ fields: ["name", "country", "language", "time zone"] }]);
    expect((await world.asOtto()).org.name).toBe("Somewhere Else");
  }),
);
