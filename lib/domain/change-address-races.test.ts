import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { behind } from "@/tests/behind";
import { knowClients } from "@/tests/group-scene";
import { inviting } from "@/tests/inviting";
import { inOpenWorld, useDatabase } from "@/tests/world";
import { UpdateContact, updateContact } from "./contact-details";
import { inviteMembers } from "./invite";

await useDatabase();

test(
  "who is being invited into a workspace that one is not in gets no other address meanwhile",
  inOpenWorld(async (world) => {
    const [kim = ""] = await knowClients(world, null, ["kim@acme.com"]);
    const ada = await world.as("ada");
    const noel = await world.inOrganization("noel");
    const change = UpdateContact.parse({ contact: kim, name: "Kim", email: "noels@second.example" });
    const end = await behind(
      world,
      (tx) => inviteMembers({ ...ada, db: tx }, inviting([{ contact: kim }])),
      () => updateContact(noel, change),
    );
    expect(end).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
    const left = await world.db.execute(sql`select email from contacts
      where org_id = ${world.orgId} and id = ${kim}`);
    expect([...left]).toEqual([{ email: "kim@acme.com" }]);
  }),
);
