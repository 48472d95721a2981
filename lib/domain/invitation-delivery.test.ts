import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { tick } from "@/tests/reminding";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { deliveryText } from "./delivery-words";
import { listInvitations } from "./invitation-list";
import { listMembers } from "./members";
import { resendInvitations } from "./resend";

await useDatabase();

const listed = async (scene: Scene, delivery?: string) =>
  (await listInvitations(await scene.inOrganization("ada"), { find: "kim", delivery })).rows;

const kims = async (scene: Scene, delivery?: string) =>
  (await listed(scene, delivery)).map((row) => row.delivery);

test(
  "while a channel takes nothing the list says what messages wait for, and who paused them",
  inScene(async (scene) => {
    const pause = (reason: string) =>
      scene.db.execute(sql`insert into channel_pauses (provider, until, reason)
        values ('resend', now() + interval '1 hour', ${reason}) on conflict (provider) do update set reason = ${reason}`);
    expect(await kims(scene)).toEqual(["queued"]);
    await pause("outage");
    expect(await kims(scene)).toEqual(["waiting"]);
    await pause("manual");
    expect(await kims(scene, "waiting")).toEqual(["paused"]);
  }),
);

test.each([
  ["bounced", "mailbox does not exist", "Bounced: mailbox does not exist"],
  ["bounced", null, "Bounced: earlier mail to this address came back"],
  ["opted_out", null, "Blocked by the recipient: asked not to be invited again"],
])("of an address that was blocked elsewhere, as %s (%s), the list says why", (reason, detail, words) =>
  inScene(async (scene) => {
    await scene.db.execute(sql`update messages set state = 'sent',
      error = case when ${reason} = 'opted_out' then 'mailbox is full' end where org_id = ${scene.orgId}`);
    await scene.db.execute(sql`insert into suppressions (org_id, address, reason, detail)
      values (${scene.orgId}, 'kim@acme.com', ${reason}, ${detail})`);
    const [kim] = await listed(scene);
    expect(kim?.delivery && deliveryText({ ...kim, delivery: kim.delivery })).toBe(words);
  })(),
);

test(
  "what has not left is not counted as sent, but for the latest message",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    const counted = async () => {
      const { clients } = await listMembers(ada, {});
      return clients.find(({ name }) => name === "Kim Lee")?.invitation?.sendsHere;
    };
    const leaves = (number: number) =>
      scene.db.execute(
        sql`update messages set state = 'sent' where org_id = ${scene.orgId} and number = ${number}`,
      );
    await resendInvitations(ada, { invitations: [scene.kimInvitation] });
    expect(await counted()).toBe(1);
    await leaves(1);
    expect(await counted()).toBe(2);
    await leaves(2);
    expect(await counted()).toBe(2);
  }),
);

test(
  "a reminder counts as the latest message of its invitation",
  inScene(async (scene) => {
    await scene.db.execute(sql`update messages set state = 'delivered' where org_id = ${scene.orgId}`);
    await scene.pass("2 days");
    await tick(scene);
    await scene.db.execute(sql`update messages set state = 'failed', error = 'no' where org_id = ${scene.orgId}
      and kind = 'invitation_reminder'`);
    expect(await kims(scene)).toEqual(["failed"]);
    expect([await kims(scene, "problem"), await kims(scene, "delivered")]).toEqual([["failed"], []]);
  }),
);
