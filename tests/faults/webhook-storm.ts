import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type ClaimedMessage, claimFresh } from "@/db/queries/outbox";
import { markAccepted } from "@/db/queries/outbox-settle";
import { receiveResend } from "@/lib/delivery/webhooks/receive";
import { newId } from "@/lib/domain/id";
import type { Said } from "../players/resend-webhooks";
import { type Known, markSent, resendRequest, webhookEnv } from "../webhook-rig";
import { invitePeople, makeSender } from "./outbox-people";

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
async function takeUnanswered(
  db: Database,
  orgId: string,
): Promise<{ known: Known[]; answer: () => Promise<void> }> {
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
async function deliver(db: Database, list: Told[]): Promise<{ status: number; ms: number }[]> {
  const answers: { status: number; ms: number }[] = [];
  const queue = [...list];
  const portal = { db, env: webhookEnv() };
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

/**
 * Tells of 2,310 messages in more than 5,000 events, a third of them twice, all in disorder, and half of them before the
 * answer about a tenth of the messages. How each request was answered, and which messages stand wrong at the end.
 */
export async function storm(db: Database) {
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 2_310);
  const sent = await markSent(db, sender.orgId, messages.slice(231));
  const early = await takeUnanswered(db, sender.orgId);
  const all = [...sent, ...early.known];
  const told = all.flatMap((known, i) =>
    (STORIES[i % STORIES.length]?.said ?? []).map((said): Told => ({ known, said, id: `msg_${newId()}` })),
  );
  const events = shuffled([...told, ...told.filter((_, i) => i % 10 < 3)]);
  const half = Math.floor(events.length / 2);
  const answers = await deliver(db, events.slice(0, half));
  await early.answer();
  answers.push(...(await deliver(db, events.slice(half))));
  const rows = await db.execute<{ id: string; state: string; providerId: string }>(sql`
    select id, state, provider_id as "providerId" from messages where org_id = ${sender.orgId}`);
  const now = new Map(rows.map((row) => [row.id, row]));
  const wrong = all.filter(({ id, providerId }, i) => {
    const row = now.get(id);
    return row?.state !== STORIES[i % STORIES.length]?.end || row?.providerId !== providerId;
  });
  return {
    orgId: sender.orgId,
    early: early.known.length,
    told: told.length,
    events: events.length,
    answers,
    wrong,
  };
}
