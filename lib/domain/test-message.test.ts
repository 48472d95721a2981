import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { claimBatch } from "@/db/queries/outbox";
import { postpone } from "@/db/queries/outbox-settle";
import { endTests } from "@/db/queries/test-messages";
import { claim } from "@/tests/claims";
import { inWorld, useDatabase } from "@/tests/world";
import { listTestMessages, sendTestMessage } from "./test-message";

await useDatabase();

const ways = [
  { name: "resend", handles: ["email"] },
  { name: "smtp", handles: ["email"] },
  { name: "twilio", handles: ["sms"] },
] as const;

test(
  "a test message goes to the admin's own address through the outbox, five times an hour",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    expect(await listTestMessages(ada)).toEqual([]);
    const { said } = await sendTestMessage(ada, {}, { ways });
    expect(said).toBe(`A test message is on its way to ${ada.actor.address}.`);
    expect(await world.outbox()).toMatchObject([
      { kind: "test_message", channel: "email", address: ada.actor.address, state: "queued" },
    ]);
    await world.pass("1 second");
    expect(await listTestMessages(ada)).toMatchObject([
      { way: null, address: ada.actor.address, delivery: "queued" },
    ]);
    for (let i = 0; i < 4; i++) await sendTestMessage(ada, { way: "" }, { ways });
    await expect(sendTestMessage(ada, {}, { ways })).rejects.toThrow("five test messages in an hour");
    expect(await world.outbox()).toHaveLength(5);
  }),
);

test(
  "each way has its test, which no other takes, at an own address that it reaches",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    await sendTestMessage(ada, { way: "smtp" }, { ways });
    await expect(sendTestMessage(ada, { way: "twilio" }, { ways })).rejects.toThrow(
      "no phone number for a test",
    );
    await expect(sendTestMessage(ada, { way: "carrier pigeon" }, { ways })).rejects.toThrow(
      "not set up any more",
    );
    await world.db.execute(sql`insert into user_addresses (address, kind, user_id)
      values ('+13125550142', 'phone', ${ada.actor.userId})`);
    await expect(sendTestMessage(ada, { way: "twilio" }, { ways })).rejects.toThrow(
      "no phone number for a test",
    );
    await world.db.execute(sql`update user_addresses set verified_at = now() where address = '+13125550142'`);
    const { said } = await sendTestMessage(ada, { way: "twilio" }, { ways });
    expect(said).toBe("A test message is on its way to +1 312 555 0142.");
    expect(await listTestMessages(ada)).toMatchObject([
      { way: "twilio", channel: "sms", address: "+1 312 555 0142" },
      { way: "smtp", channel: "email", address: ada.actor.address },
    ]);
  }),
);

test(
  "a test of a way that takes nothing for an hour has failed, and one that any way may take waits on",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    await sendTestMessage(ada, { way: "smtp" }, { ways });
    await sendTestMessage(ada, {}, { ways });
    await world.pass("59 minutes");
    expect(await endTests(world.db)).toBe(0);
    await world.pass("2 minutes");
    expect(await endTests(world.db)).toBe(1);
    expect(await endTests(world.db)).toBe(0);
    expect(await listTestMessages(ada)).toMatchObject([
      { way: null, delivery: "queued" },
      { way: "smtp", delivery: "failed", error: "the channel did not take it within an hour" },
    ]);
  }),
);

test(
  "a test message that its channel wants later ends after an hour, too; one that is under way does not",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    await sendTestMessage(ada, { way: "smtp" }, { ways });
    await world.pass("1 second");
    const by = { ...claim(), provider: "smtp", certainHours: 0, leaseSeconds: 36_000 };
    const rows = await claimBatch(world.db, by);
    await world.pass("2 hours");
    expect(await endTests(world.db)).toBe(0);
    const later = { ...by, delaySeconds: 60, maxAttempts: 100, isFirst: false, error: "greylisted" };
    expect(await postpone(world.db, rows, later)).toBe(1);
    expect(await endTests(world.db)).toBe(1);
    expect(await listTestMessages(ada)).toMatchObject([{ way: "smtp", delivery: "failed" }]);
  }),
);
