import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { inviteMembers } from "@/lib/domain/invite";
import { sendTestMessage } from "@/lib/domain/test-message";
import { inviting, newClient } from "@/tests/inviting";
import { inOpenWorld, testKeys, testSms, useDatabase } from "@/tests/world";
import { startTicks } from "./ticks";

await useDatabase();

test(
  "a worker does what is due without being asked, again and again, and nothing twice",
  inOpenWorld(async (world) => {
    await world.db.execute(sql`update organizations set reminder_days = '{}' where id = ${world.orgId}`);
    const notices = async () =>
      (await world.outbox()).filter(({ kind }) => kind === "invitations_expiring").length;
    await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    await world.pass("13 days");
    const counted = async () =>
      (
        await world.db.execute(
          sql`select from limits where org_id = ${world.orgId} and key like 'recipient:%'`,
        )
      ).length;
    expect(await counted()).toBe(1);
    const ticks = [1, 2].map(() =>
      startTicks({ db: world.db, keys: testKeys, sms: testSms }, { everySeconds: 0.05 }),
    );
    await vi.waitFor(async () => expect([await notices(), await counted()]).toEqual([1, 0]), {
      timeout: 10_000,
    });
    await inviteMembers(await world.as("omar"), inviting([newClient("lee@acme.com")]));
    await world.db.execute(sql`
      update invitations set expiry_notice_at = now(), attend_at = now()
      where org_id = ${world.orgId} and address = 'lee@acme.com'`);
    await vi.waitFor(async () => expect(await notices()).toBe(2), { timeout: 10_000 });
    await Promise.all(ticks.map(({ stop }) => stop()));
    expect(await notices()).toBe(2);
  }),
);

test(
  "a worker finds what one from before its time froze and left behind",
  inOpenWorld(async (world) => {
    await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    await world.db.execute(sql`
      update messages set batch_id = id, batch_position = 0 where org_id = ${world.orgId} and address = 'kim@acme.com'`);
    const ticks = startTicks({ db: world.db, keys: testKeys, sms: testSms }, { everySeconds: 0.05 });
    const known = () =>
      world.db.execute(sql`
        select from message_batches b join messages m on m.org_id = ${world.orgId} and m.id = any(b.message_ids)`);
    await vi.waitFor(async () => expect(await known()).toHaveLength(1), { timeout: 5_000 });
    await ticks.stop();
  }),
);

test(
  "a test of a way that takes nothing fails by itself",
  inOpenWorld(async (world) => {
    await sendTestMessage(
      await world.as("ada"),
      { way: "smtp" },
      { ways: [{ name: "smtp", handles: ["email"] }] },
    );
    await world.db.execute(sql`
      update messages set created_at = now() - interval '61 minutes' where org_id = ${world.orgId} and kind = 'test_message'`);
    const ticks = startTicks({ db: world.db, keys: testKeys, sms: testSms }, { everySeconds: 0.05 });
    const failed = () =>
      world.db.execute(sql`
        select from messages where org_id = ${world.orgId} and kind = 'test_message' and state = 'failed'`);
    await vi.waitFor(async () => expect(await failed()).toHaveLength(1), { timeout: 5_000 });
    await ticks.stop();
  }),
);
