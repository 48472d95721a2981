import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { markAnswered, markTurnedAway, markUnanswered } from "@/db/queries/channel-health";
import { pauseByHand, pauseChannel } from "@/db/queries/channel-pauses";
import { inviting, newClient } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { listCodeTroubles, listTroubles, listWays } from "./delivery-health";
import { inviteMembers } from "./invite";

await useDatabase();

const resend = { name: "resend", handles: ["email"] } as const;
const smtp = { name: "smtp", handles: ["email"] } as const;
const twilio = { name: "twilio", handles: ["sms"] } as const;

const unanswered = (db: Database, provider: string) =>
  markUnanswered(db, {
    provider,
    error: "No answer.",
    isProbe: false,
    after: 3,
    firstSeconds: 1,
    longestSeconds: 300,
  });

/** Invites people and lets the undo window pass. */
async function invite(world: World, ...addresses: string[]): Promise<void> {
  await inviteMembers(await world.as("ines"), inviting(addresses.map(newClient)));
  await world.pass("1 minute");
}

const sentences = async (world: World, ...ways: Parameters<typeof listTroubles>[1]["ways"][number][]) =>
  (await listTroubles(await world.as("ines"), { ways })).map(({ sentence }) => sentence);

test(
  "while messages leave there is nothing to say",
  inWorld(async (world) => {
    await invite(world, "kim@acme.com");
    await markAnswered(world.db, { provider: "resend", isAccepted: true });
    await pauseChannel(world.db, { provider: "resend", seconds: 1, reason: "rate" });
    expect(await sentences(world, resend, twilio)).toEqual([]);
  }),
);

test(
  "an outage is told from the first call that was not answered, with how many messages wait",
  inWorld(async (world) => {
    await unanswered(world.db, "resend");
    expect(await sentences(world, resend)).toEqual([]);
    await invite(world, "kim@acme.com");
    expect(await sentences(world, resend)).toEqual([
      "The mail service does not answer. 1 message waits and goes out by itself. Nothing is lost.",
    ]);
    await invite(world, "lee@acme.com", "sam@acme.com");
    expect(await sentences(world, resend)).toEqual([
      "The mail service does not answer. 3 messages wait and go out by themselves. Nothing is lost.",
    ]);
    await markAnswered(world.db, { provider: "resend", isAccepted: false });
    expect(await sentences(world, resend)).toEqual([]);
  }),
);

test(
  "a channel that rests says so even while nothing waits, and since when",
  inWorld(async (world) => {
    for (const _ of [1, 2, 3]) await unanswered(world.db, "resend");
    const [trouble] = await listTroubles(await world.as("ines"), { ways: [resend] });
    expect(trouble).toEqual({
      kind: "email",
      sentence:
        "The mail service does not answer. New messages wait and go out by themselves. Nothing is lost.",
      since: expect.any(Date),
    });
  }),
);

test.each([
  ["quota", "The mail service's quota is used up. 1 message waits and goes out by itself. Nothing is lost."],
  [
    "settings",
    "The mail service rejects the settings. 1 message waits until an admin puts them right. Nothing is lost.",
  ],
] as const)("a pause for %s says so", (reason, sentence) =>
  inWorld(async (world) => {
    await invite(world, "kim@acme.com");
    await pauseChannel(world.db, { provider: "resend", seconds: 60, reason });
    expect(await sentences(world, resend)).toEqual([sentence]);
  })(),
);

test(
  "while another channel stands in, mail does not wait",
  inWorld(async (world) => {
    await invite(world, "kim@acme.com");
    await pauseChannel(world.db, { provider: "resend", seconds: 60, reason: "quota" });
    expect(await sentences(world, resend, smtp)).toEqual([]);
    await pauseChannel(world.db, { provider: "smtp", seconds: 60, reason: "settings" });
    expect(await sentences(world, resend, smtp)).toHaveLength(1);
  }),
);

test(
  "text messages that nothing sends are told of, once one waits",
  inWorld(async (world) => {
    expect(await sentences(world, resend)).toEqual([]);
    await invite(world, "+14155550134");
    expect(await sentences(world, resend)).toEqual([
      "Text messages are not set up. 1 message waits until an admin sets it up. Nothing is lost.",
    ]);
  }),
);

test(
  "another organization's messages are not counted",
  inWorld(async (world) => {
    await invite(world, "kim@acme.com");
    for (const _ of [1, 2, 3]) await unanswered(world.db, "resend");
    const [trouble] = await listTroubles(await world.asOtto(), { ways: [resend] });
    expect(trouble?.sentence).toContain("New messages wait");
  }),
);

test(
  "who waits for a code is told when it may not come",
  inWorld(async (world) => {
    const ways = [resend];
    expect(await listCodeTroubles(world.visitor(), { ways })).toEqual([]);
    await pauseChannel(world.db, { provider: "resend", seconds: 900, reason: "quota" });
    expect(await listCodeTroubles(world.visitor(), { ways })).toEqual([
      "The mail service's quota is used up. Codes come late or not at all: try again in a while.",
    ]);
    expect(await listCodeTroubles(world.visitor(), { ways: [resend, smtp] })).toEqual([]);
  }),
);

test(
  "the settings show each channel: how it fares, and what waits for it",
  inWorld(async (world) => {
    await invite(world, "kim@acme.com", "lee@acme.com");
    await world.db.execute(sql`
      update messages set batch_id = id, batch_position = 0, provider = 'resend'
      where org_id = ${world.orgId} and address = 'kim@acme.com'`);
    await markTurnedAway(world.db, { provider: "resend", error: "The daily quota is used up." });
    await pauseChannel(world.db, { provider: "resend", seconds: 60, reason: "quota" });
    await markAnswered(world.db, { provider: "smtp", isAccepted: true });
    const views = await listWays(await world.as("ada"), { ways: [resend, smtp] });
    expect(views).toMatchObject([
      {
        name: "resend",
        stop: "quota",
        until: expect.any(Date),
        error: "The daily quota is used up.",
        acceptedAt: null,
        waiting: 1,
      },
      { name: "smtp", stop: null, until: null, acceptedAt: expect.any(Date), waiting: 1 },
    ]);
  }),
);

test(
  "a pause by an admin is told to everybody internal; codes go on, so nobody at the door hears of it",
  inWorld(async (world) => {
    await pauseByHand(world.db, ["resend", "twilio"]);
    expect(await sentences(world, resend, twilio)).toEqual([
      "Email is paused. New messages wait until an admin lets sending continue. Nothing is lost.",
      "Text messages are paused. New messages wait until an admin lets sending continue. Nothing is lost.",
    ]);
    expect(await listCodeTroubles(world, { ways: [resend, twilio] })).toEqual([]);
    expect(await listWays(await world.as("ada"), { ways: [resend] })).toMatchObject([{ stop: "manual" }]);
  }),
);
