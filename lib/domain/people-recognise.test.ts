import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { contacts } from "@/db/schema";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { RecognisePeople, recognisePeople } from "./people";
import { sortKey } from "./text";

const { url } = await useDatabase();

const raw = (...texts: string[]) => RecognisePeople.parse({ texts });

describe("recognising raw texts", () => {
  test(
    "finds contacts by any spelling of their address, and normalises new ones",
    inWorld(async (world) => {
      const tom = newId();
      await world.db.insert(contacts).values({
        orgId: world.orgId,
        id: tom,
        kind: "client",
        name: "Tom Keller",
        email: "tom@acme.example",
        phone: "+14155550134",
        sortKey: sortKey("Tom Keller"),
      });
      const texts = [
        " TOM@Acme.example ",
        "+1 (415) 555-0134",
        "Kim@Acme.example",
        "+44 20 7946 0018",
        "zoe@northwind.example",
      ];
      const recognised = await recognisePeople(await world.as("ines"), raw(...texts));
      const person = {
        contact: tom,
        name: "Tom Keller",
        address: "tom@acme.example",
        kind: "client",
        company: null,
        state: "no_account",
      };
      expect(recognised).toEqual([
        { text: texts[0], is: "contact", person },
        { text: texts[1], is: "contact", person },
        {
          text: texts[2],
          is: "new",
          channel: "email",
          address: "kim@acme.example",
          shown: "kim@acme.example",
          isColleague: false,
        },
        {
          text: texts[3],
          is: "new",
          channel: "phone",
          address: "+442079460018",
          shown: "+44 20 7946 0018",
          isColleague: false,
        },
        {
          text: texts[4],
          is: "new",
          channel: "email",
          address: "zoe@northwind.example",
          shown: "zoe@northwind.example",
          isColleague: true,
        },
      ]);
    }),
  );

  test(
    "says in words why a text can be nobody",
    inWorld(async (world) => {
      const recognised = await recognisePeople(
        await world.as("ines"),
        raw("jo@acme", "12345", "Grace Hopper", "", "a\u200b@x.com", "jörg@q-audit.com"),
      );
      expect(recognised.map((one) => (one.is === "invalid" ? one.reason : one.is))).toEqual([
        "needs a full email address",
        "this phone number is too short",
        "needs an email or phone number",
        "needs an email or phone number",
        "has unusual characters before the @, which are not supported",
        "has unusual characters before the @, which are not supported",
      ]);
    }),
  );

  test(
    "leaves out names that messages must not carry, and says so",
    inWorld(async (world) => {
      const list = [
        "Kim Lee <v0@acme.com>",
        "Visit evil.com <v1@acme.com>",
        "Call +1 202 555 0100 <v2@acme.com>",
        `${"N".repeat(80)} <v3@acme.com>`,
      ].join("; ");
      const recognised = await recognisePeople(await world.as("ines"), RecognisePeople.parse({ list }));
      expect(recognised).toMatchObject([
        { address: "v0@acme.com", name: "Kim Lee" },
        ...["v1", "v2", "v3"].map((one) => ({ address: `${one}@acme.com`, isNameLeftOut: true })),
      ]);
      expect(recognised.slice(1).filter(({ name }) => name !== undefined)).toEqual([]);
      expect(recognised[0]).not.toHaveProperty("isNameLeftOut");
    }),
  );

  test(
    "reads a pasted list with its names, and refuses more than 500 people with words",
    inWorld(async (world) => {
      const ines = await world.as("ines");
      const list = "Ann Lee <ann@x.com>; jo@acme\n+44 20 7946 0018";
      expect(await recognisePeople(ines, RecognisePeople.parse({ list }))).toMatchObject([
        { text: "ann@x.com", name: "Ann Lee", is: "new" },
        { text: "jo@acme", is: "invalid" },
        { text: "+44 20 7946 0018", is: "new", channel: "phone" },
      ]);
      const many = RecognisePeople.parse({ list: "a@x.com ".repeat(501) });
      await expect(recognisePeople(ines, many)).rejects.toMatchObject({
        code: "invalid",
        message: expect.stringMatching(/501 people.*Add up to 500 at a time; the rest after these/),
      });
    }),
  );

  test.each([
    {},
    { texts: "a@x.com" },
    { texts: [1] },
    { texts: ["a\0"] },
    { texts: ["\ud800"] },
    { texts: ["a".repeat(513)] },
    { texts: Array.from({ length: 501 }, () => "a") },
    { list: "a".repeat(300_001) },
    { list: "a", texts: [] },
    null,
  ])("refuses %j", (input) => expect(RecognisePeople.safeParse(input).success).toBe(false));

  test(
    "takes nobody for a colleague because of a public mail domain",
    inWorld(async (world) => {
      await world.db.execute(
        sql`update contacts set email = 'ines@gmail.com' where org_id = ${world.orgId} and id = ${world.id("ines")}`,
      );
      const [recognised] = await recognisePeople(await world.as("ines"), raw("somebody@gmail.com"));
      expect(recognised).toMatchObject({ is: "new", isColleague: false });
    }),
  );

  test("asks the database once, for one text and for 500", async () => {
    const statements: string[] = [];
    const { db, close } = openDatabase(url, { max: 1, onStatement: (text) => statements.push(text) });
    const texts = Array.from({ length: 500 }, (_, i) => `p${i}@acme.example`);
    await inWorld(async (world) => {
      const ctx = { ...(await world.as("ines")), db };
      await recognisePeople(ctx, raw("p0@acme.example"));
      const once = statements.length;
      await recognisePeople(ctx, raw(...texts));
      expect(statements.length).toBe(once + 1);
    })();
    await close();
  });

  test(
    "tells beforehand who is at a domain that is not invited at; people who are known are not asked about it",
    inWorld(async (world) => {
      const ines = await world.as("ines");
      const ctx = { ...ines, org: { ...ines.org, blockedDomains: ["acme.com"] } };
      const [stranger, phone, member] = await recognisePeople(
        ctx,
        raw("kim@acme.com", "+14155550134", "cleo@acme.example"),
      );
      expect(stranger).toEqual({
        text: "kim@acme.com",
        is: "invalid",
        reason: "invitations to acme.com are blocked in the settings",
      });
      expect(phone).toMatchObject({ is: "new" });
      expect(member).not.toMatchObject({ is: "invalid" });
    }),
  );
});
