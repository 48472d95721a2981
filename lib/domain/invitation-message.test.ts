import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient } from "@/tests/inviting";
import { inScene, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { resendMany } from "./invitation-acts";
import { inviteMembers } from "./invite";

await useDatabase();

test(
  "an invitation is written in the contact's language, else the organization's, also when it goes out again",
  inScene(async (scene) => {
    await scene.db.execute(sql`update organizations set language = 'de' where id = ${scene.orgId}`);
    await scene.db.execute(
      sql`update contacts set language = 'en' where org_id = ${scene.orgId} and id = ${scene.zoe}`,
    );
    const zoe = await scene.db.execute<{ id: string }>(
      sql`select id from invitations where org_id = ${scene.orgId} and contact_id = ${scene.zoe}`,
    );
    const invitations = [scene.kimInvitation, ...zoe.map(({ id }) => id)];
    await resendMany(await scene.inOrganization("ines"), { command: newId(), invitations });
    await inviteMembers(await scene.as("ines"), inviting([newClient("lee@acme.com")]));
    const rows = await scene.db.execute<{ address: string; number: number; language: string }>(sql`
      select address, number, language from messages where org_id = ${scene.orgId} and kind = 'invitation'
      order by address, number`);
    expect(
      rows.map(({ address, number, language }) => `${address.split("@")[0]} ${number} ${language}`),
    ).toEqual(["kim 1 en", "kim 2 de", "lee 1 de", "zoe 1 en", "zoe 2 en"]);
  }),
);
