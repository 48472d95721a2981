import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { DeliveryEvent } from "@/db/queries/delivery-events";
import { claimBatch, claimFresh } from "@/db/queries/outbox";
import { markAccepted, releaseUntried } from "@/db/queries/outbox-settle";
import { recordDeliveryEvent } from "@/lib/domain/delivery-events";
import { newId } from "@/lib/domain/id";
import { claim, claimsOf } from "@/tests/claims";
import { holdTransaction, openTestDatabase } from "@/tests/database";
import { invitePeople, makeSender } from "@/tests/faults/outbox-people";

const { db } = await openTestDatabase();
const sender = await makeSender(db);
const { orgId } = sender;
const { rowOf, pastLeases, freezeAll } = claimsOf(db, orgId);

beforeEach(async () => {
  await db.execute(sql`delete from messages where org_id = ${orgId}`);
  await db.execute(sql`delete from message_batches`);
});

type Frozen = Awaited<ReturnType<typeof freezeAll>>;

/** A batch whose worker is silent for longer than its lease. */
async function leftBehind(size: number): Promise<Frozen & { ids: string[] }> {
  await invitePeople(db, sender, size);
  const unit = await freezeAll();
  await pastLeases();
  return { ...unit, ids: unit.messages.map(({ id }) => id) };
}

/** Until so many wait for somebody else's rows. */
const untilWaiting = (count: number) =>
  expect
    .poll(
      async () => {
        const waiting = await db.execute(sql`
          select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        return waiting.length;
      },
      { timeout: 5_000, interval: 5 },
    )
    .toBe(count);

const deliveredTo = (messageId: string): DeliveryEvent => ({
  provider: "resend",
  eventId: newId(),
  orgId,
  messageId,
  providerId: newId(),
  state: "delivered",
  detail: null,
  suppression: null,
  at: null,
});

test("an event goes through a batch of which another, who just looks for it, would take the last message out", async () => {
  const { ids, messages } = await leftBehind(3);
  const [first = "", second = "", third = ""] = ids;
  await db.execute(sql`
    update invitations set status = 'revoked', closed_at = now()
    where org_id = ${orgId} and id = ${messages[2]?.subjectId}`);
  const { tx, end } = await holdTransaction(db);
  await tx.execute(sql`select from messages where org_id = ${orgId} and id = ${second} for update`);
  const told = recordDeliveryEvent({ db }, deliveredTo(first));
  await untilWaiting(1);
  expect(await claimBatch(db, claim())).toEqual([]);
  await end();
  expect(await told).toBe(true);
  expect(await rowOf(first)).toMatchObject({ state: "delivered" });
  for (const id of [second, third])
    expect(await rowOf(id)).toMatchObject({ state: "sent", leaseOwner: expect.any(String) });
});

test("a message that is given back goes on as the batch it was before, though another just looks for that", async () => {
  const { messages, ids, lease } = await leftBehind(1);
  const again = await db.transaction(async (tx) => {
    await releaseUntried(tx, messages, { lease, delaySeconds: 0, isFirst: true, error: null });
    const looking = claimBatch(db, claim());
    const { messages: again } = await claimFresh(tx, { ...claim(), limit: 100 });
    expect(await looking).toEqual([]);
    return again;
  });
  expect(again.map(({ id, batchId }) => [id, batchId])).toEqual([[ids[0], ids[0]]]);
  await pastLeases();
  expect((await claimBatch(db, claim())).map(({ id }) => id)).toEqual(ids);
});

test("a batch of which one message is written just now is left alone as a whole, and found again", async () => {
  const { ids } = await leftBehind(3);
  const { tx, end } = await holdTransaction(db);
  await tx.execute(sql`select from messages where org_id = ${orgId} and id = ${ids[1]} for update`);
  expect(await claimBatch(db, claim())).toEqual([]);
  for (const id of ids) expect(await rowOf(id)).toMatchObject({ state: "queued", attempts: 1, isLate: true });
  await end();
  expect((await claimBatch(db, claim())).map(({ id }) => id)).toEqual(ids);
});

const settlings: [words: string, settle: (unit: Frozen) => Promise<number>, left: object][] = [
  [
    "says that its messages were taken",
    ({ messages, ...by }) =>
      markAccepted(db, messages, { ...by, providerIds: messages.map(({ id }) => id), state: "sent" }),
    { state: "sent", leaseOwner: null },
  ],
  [
    "gives its messages back unread",
    ({ messages, lease }) =>
      releaseUntried(db, messages, { lease, delaySeconds: 0, isFirst: true, error: null }),
    { state: "queued", leaseOwner: null, attempts: 0 },
  ],
];

test.each(settlings)(
  "a worker that %s when its lease has run out does so, though another just looks into its batch",
  async (_, settle, left) => {
    const unit = await leftBehind(1);
    const { tx, end } = await holdTransaction(db);
    await tx.execute(sql`select from message_batches where id = ${unit.batchId} for update`);
    expect(await settle(unit)).toBe(1);
    await end();
    expect(await rowOf(unit.ids[0] ?? "")).toMatchObject(left);
    expect(await claimBatch(db, claim())).toEqual([]);
  },
);
