import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviteMembers } from "@/lib/domain/invite";
import { inviting, newClient } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { messagesTo, recipientOf } from "./messages-to";

await useDatabase();

test(
  "messages of an invitation are to whom it is for, others to who they name, each once",
  inWorld(async (world) => {
    const { db, orgId } = world;
    await inviteMembers(
      await world.as("ines"),
      inviting([newClient("kim@acme.com"), { contact: world.id("noel") }]),
    );
    const rows = await db.execute<{ email: string; kind: string }>(sql`
      select c.email, t.kind from contacts c cross join lateral ${messagesTo(sql`c.org_id`, sql`c.id`)} t
      where c.org_id = ${orgId} order by 1`);
    expect([...rows]).toEqual([
      { email: "kim@acme.com", kind: "invitation" },
      { email: "noel@northwind.example", kind: "workspace_added" },
    ]);
    const back = await db.execute<{ email: string; address: string }>(sql`
      select c.email, m.address from messages m join contacts c on c.org_id = m.org_id and c.id = ${recipientOf}
      where m.org_id = ${orgId}`);
    expect(back.map(({ email }) => email).toSorted()).toEqual(rows.map(({ email }) => email));
  }),
);

test(
  "a message of an invitation cannot name somebody else besides",
  inWorld(async (world) => {
    const { db, orgId } = world;
    await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    const named = db.execute(sql`update messages set contact_id = ${world.id("noel")}
      where org_id = ${orgId} and kind = 'invitation'`);
    await expect(named).rejects.toMatchObject({
      cause: { constraint_name: "messages_recipient_once" },
    });
  }),
);
