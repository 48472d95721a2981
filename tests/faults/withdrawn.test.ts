import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { recordDeliveryEvent } from "@/lib/domain/delivery-events";
import { deliveryText } from "@/lib/domain/delivery-words";
import { newId } from "@/lib/domain/id";
import { openTestDatabase } from "../database";
import type { Fault } from "../players/resend";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, statesOf, useRig } from "./outbox-rig";
import { textPeople, twilioVariables } from "./sms-rig";

const { db, url } = await openTestDatabase();
const { playing, playingTwilio, working } = useRig(db, url);

type Message = Awaited<ReturnType<typeof invitePeople>>[number];

/** What may happen to an invitation while nobody knows whether its message has gone. */
const withdrawals: Record<string, (at: SQL) => SQL> = {
  cancelled: (at) => sql`update invitations set status = 'revoked', closed_at = now() where ${at}`,
  declined: (at) => sql`update invitations set status = 'declined', closed_at = now() where ${at}`,
  accepted: (at) => sql`update invitations set status = 'accepted', closed_at = now() where ${at}`,
  moved: (at) => sql`update invitations set address = 'elsewhere@client.example' where ${at}`,
  replaced: (at) => sql`update invitations set generation = 2 where ${at}`,
  expired: (at) => sql`update invitations set expires_at = now() where ${at}`,
};

const withdraw = (how: string, orgId: string, { invitationId }: Message) =>
  db.execute(withdrawals[how]?.(sql`org_id = ${orgId} and id = ${invitationId}`) ?? sql``);

const optOut = (orgId: string, { address }: Message) =>
  db.execute(
    sql`insert into suppressions (org_id, address, reason) values (${orgId}, ${address}, 'opted_out')`,
  );

const toldOf = async (orgId: string, { id }: Message) => {
  const [row] = await db.execute<{ state: "cancelled" | "suppressed"; error: string | null }>(
    sql`select state, error from messages where org_id = ${orgId} and id = ${id}`,
  );
  return row && deliveryText({ channel: "email", delivery: row.state, deliveryError: row.error });
};

/** Hands messages to a provider that answers the first call in this way, and ends the worker before the second. */
async function tryOnce(fault: Fault, count: number) {
  const player = await playing({ fault: (call) => (call === 1 ? fault : null) });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, count);
  const worker = working(player, { lanes: 1, backoffSeconds: 600, longestBackoffSeconds: 600 });
  const tried = sql`select 1 from messages where org_id = ${sender.orgId} and error is not null and lease_owner is null`;
  await expect.poll(async () => (await db.execute(tried)).length, { timeout: 10_000 }).toBe(count);
  await worker.stop();
  const again = async () => {
    await db.execute(sql`update messages set next_at = now() where org_id = ${sender.orgId}`);
    await db.execute(sql`delete from channel_pauses`);
    working(player);
    await drained(db, sender.orgId, 20);
  };
  return { player, messages, orgId: sender.orgId, again };
}

const WITHDRAWN = "Taken back; an earlier try may have arrived";
const BLOCKED = "Blocked by the recipient: asked not to be invited again; an earlier try may have arrived";

test.each(Object.keys(withdrawals))(
  "an invitation that was %s after a call without an answer is not sent again, and it is said that it may have arrived",
  async (how) => {
    const { player, messages, orgId, again } = await tryOnce("silent-after", 1);
    const [message] = messages;
    if (!message) throw new Error("one was written");
    await withdraw(how, orgId, message);
    await again();
    expect(player.counts.calls).toBe(1);
    expect(player.sent).toHaveLength(1);
    expect(await toldOf(orgId, message)).toBe(WITHDRAWN);
  },
);

test("who opts out after a failed call gets no later mail", async () => {
  const { player, messages, orgId, again } = await tryOnce("error", 1);
  const [message] = messages;
  if (!message) throw new Error("one was written");
  await optOut(orgId, message);
  await again();
  expect(player.counts.calls).toBe(1);
  expect(player.sent).toEqual([]);
  expect(await toldOf(orgId, message)).toBe(BLOCKED);
});

test.each([0, 2, 4])(
  "of a batch the provider never took the others leave, and the one that was withdrawn, at place %s, does not",
  async (place) => {
    const { player, messages, orgId, again } = await tryOnce("error", 5);
    const [gone] = messages.splice(place, 1);
    if (!gone) throw new Error("five were written");
    await withdraw("cancelled", orgId, gone);
    await again();
    expect(player.sent.map(({ to }) => to).sort()).toEqual(messages.map(({ address }) => address).sort());
    expect(await statesOf(db, orgId)).toEqual({ sent: 4, cancelled: 1 });
    expect(await toldOf(orgId, gone)).toBe(WITHDRAWN);
  },
);

test.each([
  [5, 0],
  [5, 4],
  [2, 1],
])(
  "of a batch of %s the provider took without an answer nobody gets a second mail when place %s is withdrawn, and all count as sent",
  async (count, place) => {
    const { player, messages, orgId, again } = await tryOnce("silent-after", count);
    const [gone] = messages.splice(place, 1);
    if (!gone) throw new Error("they were written");
    await optOut(orgId, gone);
    await again();
    expect(player.sent).toHaveLength(count);
    expect(player.counts).toMatchObject({ calls: 2, conflicts: 1 });
    expect(await statesOf(db, orgId)).toEqual({ sent: count - 1, suppressed: 1 });
    expect(await toldOf(orgId, gone)).toBe(BLOCKED);
  },
);

test("one after another may be withdrawn from a batch that is tried again and again", async () => {
  const { player, messages, orgId, again } = await tryOnce("error", 6);
  const gone = [];
  for (const [call, place] of [5, 0, 2].entries()) {
    const [message] = messages.splice(place, 1);
    if (!message) throw new Error("six were written");
    gone.push(message);
    await withdraw("cancelled", orgId, message);
    player.setFault((number) => (number < 4 ? "error" : null));
    if (call < 2) {
      await db.execute(sql`update messages set next_at = now() where org_id = ${orgId}`);
      const worker = working(player, { lanes: 1, backoffSeconds: 600, longestBackoffSeconds: 600 });
      await expect.poll(() => player.counts.calls).toBe(call + 2);
      await worker.stop();
    }
  }
  await again();
  expect(player.sent.map(({ to }) => to).sort()).toEqual(messages.map(({ address }) => address).sort());
  expect(await statesOf(db, orgId)).toEqual({ sent: 3, cancelled: 3 });
});

test("a message that was withdrawn and had arrived after all is told to have arrived", async () => {
  const { player, messages, orgId, again } = await tryOnce("silent-after", 1);
  const [message] = messages;
  const [taken] = player.sent;
  if (!message || !taken) throw new Error("one was written and taken");
  await withdraw("cancelled", orgId, message);
  await again();
  const delivered = {
    provider: "resend",
    state: "delivered",
    detail: null,
    suppression: null,
    at: null,
  } as const;
  const about = { eventId: newId(), orgId, messageId: message.id, providerId: taken.id };
  expect(await recordDeliveryEvent({ db }, { ...delivered, ...about })).toBe(true);
  expect(await statesOf(db, orgId)).toEqual({ delivered: 1 });
});

test("a text message of unknown fate is not sent again to a number that said STOP", async () => {
  const player = await playingTwilio({ fault: () => "silent" });
  const sender = await makeSender(db);
  const [message] = await textPeople(db, sender, 1);
  if (!message) throw new Error("one was written");
  working(undefined, { lookSeconds: 1 }, twilioVariables(player));
  await expect.poll(() => player.counts.calls).toBe(1);
  await optOut(sender.orgId, message);
  await drained(db, sender.orgId, 20);
  expect(player.counts.calls).toBe(1);
  expect(await toldOf(sender.orgId, message)).toBe(BLOCKED);
});
