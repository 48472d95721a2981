import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type ClaimedMessage, claimFresh } from "@/db/queries/outbox";
import { markAccepted } from "@/db/queries/outbox-settle";
import { receiveResend } from "@/lib/delivery/webhooks/receive";
import { newId } from "@/lib/domain/id";
import { openTestDatabase } from "../database";
import type { Said } from "../players/resend-webhooks";
import { type Known, markSent, resendRequest, webhookEnv } from "../webhook-rig";
import { invitePeople, makeSender } from "./outbox-people";
import { statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);
const portal = { db, env: webhookEnv() };

const soft = { type: "Transient", subType: "MailboxFull", message: "552" };
const STORIES: { said: Said[]; end: string }[] = [
  { said: [{ type: "sent" }, { type: "delivered" }], end: "delivered" },
  { said: [{ type: "sent" }, { type: "delivery_delayed" }, { type: "delivered" }], end: "delivered" },
  { said: [{ type: "delivery_delayed" }, { type: "bounced", bounce: soft }], end: "bounced" },
  { said: [{ type: "sent" }, { type: "delivered" }, { type: "complained" }], end: "complained" },
  { said: [{ type: "sent" }, { type: "delivery_delayed" }], end: "delayed" },
  { said: [{ type: "failed", failed: { reason: "reached_daily_quota" } }], end: "failed" },
];

type Told = { known: Known; said: Said; id: string };

/** Always the same disorder. */
function shuffled<T>(list: T[]): T[] {
  let seed = 20_261_128;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  return list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** Messages on their way out in batches, of which the provider has taken everything and answered nothing yet. */
async function takeUnanswered(orgId: string): Promise<{ known: Known[]; answer: () => Promise<void> }> {
  const lease = newId();
  const by = { lease, leaseSeconds: 600, channels: ["email"], codes: "none" as const, provider: "resend" };
  const batches: (ClaimedMessage & { providerId: string })[][] = [];
  for (;;) {
    const { messages } = await claimFresh(db, { ...by, limit: 20 });
    if (messages.length === 0) break;
    batches.push(messages.map((message) => ({ ...message, providerId: newId() })));
  }
  const answer = async () => {
    for (const batch of batches)
      await markAccepted(db, batch, {
        lease,
        provider: "resend",
        state: "sent",
        providerIds: batch.map(({ providerId }) => providerId),
      });
  };
  return {
    known: batches.flat().map(({ id, address, providerId }) => ({ orgId, id, address, providerId })),
    answer,
  };
}

/** Hands the requests over, four at a time; how each was answered, and after how many milliseconds. */
async function deliver(list: Told[]): Promise<{ status: number; ms: number }[]> {
  const answers: { status: number; ms: number }[] = [];
  const queue = [...list];
  const work = async () => {
    for (let told = queue.pop(); told; told = queue.pop()) {
      const request = resendRequest(told.known, told.said, { id: told.id });
      const begun = performance.now();
      const { status } = await receiveResend(request, portal);
      answers.push({ status, ms: performance.now() - begun });
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return answers;
}

test("5,000 events, 30 % repeated, in disorder, a tenth before our own commit: every state is right", async () => {
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 2_310);
  const sent = await markSent(db, sender.orgId, messages.slice(231));
  const early = await takeUnanswered(sender.orgId);
  expect(early.known).toHaveLength(231);
  const told = [...sent, ...early.known].flatMap((known, i) =>
    (STORIES[i % STORIES.length]?.said ?? []).map((said): Told => ({ known, said, id: `msg_${newId()}` })),
  );
  const events = shuffled([...told, ...told.filter((_, i) => i % 10 < 3)]);
  expect(told.length).toBeGreaterThanOrEqual(5_000);
  const half = Math.floor(events.length / 2);
  const answers = await deliver(events.slice(0, half));
  await early.answer();
  answers.push(...(await deliver(events.slice(half))));
  expect(answers).toHaveLength(events.length);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  process.stdout.write(`99 of 100 events were answered within ${Math.round(p99)} ms\n`);
  expect(p99).toBeLessThan(500);
  const rows = await db.execute<{ id: string; state: string; providerId: string }>(sql`
    select id, state, provider_id as "providerId" from messages where org_id = ${sender.orgId}`);
  const now = new Map(rows.map((row) => [row.id, row]));
  const wrong = [...sent, ...early.known].filter(({ id, providerId }, i) => {
    const row = now.get(id);
    return row?.state !== STORIES[i % STORIES.length]?.end || row?.providerId !== providerId;
  });
  expect(wrong).toEqual([]);
  const [kept] = await db.execute(
    sql`select count(*)::int as n from delivery_events where org_id = ${sender.orgId}`,
  );
  expect(kept).toEqual({ n: told.length });
});

test("events overtake the answers of calls, of which every third never comes: nothing goes twice, nothing is lost", async () => {
  const player = await playing({
    fault: (call) => (call % 3 === 0 && call < 30 ? "silent-after" : null),
    beforeAnswer: async (mails) => {
      for (const mail of mails.filter((_, i) => i % 4 === 0)) {
        const { headers, body } = player.say(mail, { type: "delivered" });
        const request = new Request("http://inside/x", { method: "POST", headers, body });
        expect((await receiveResend(request, portal)).status).toBe(200);
      }
    },
  });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 400);
  working(player, { batchSize: 20, lanes: 3 });
  const told = { delivered: 100, sent: 300 };
  await expect.poll(() => statesOf(db, sender.orgId), { timeout: 40_000 }).toEqual(told);
  expect(player.sent.map(({ to }) => to).sort()).toEqual(messages.map(({ address }) => address).sort());
  expect(player.counts.conflicts).toBe(0);
  const ids = new Map(player.sent.map(({ to, id }) => [to, id]));
  const rows = await db.execute<{ address: string; providerId: string | null }>(sql`
    select address, provider_id as "providerId" from messages where org_id = ${sender.orgId}`);
  const wrong = rows.filter(
    ({ address, providerId }) => providerId !== null && providerId !== ids.get(address),
  );
  expect(wrong).toEqual([]);
});
