import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { findLostBatches } from "@/db/queries/lost-batches";
import { claimBatch } from "@/db/queries/outbox";
import { markAccepted, postpone, releaseUntried, retryLater, splitBatch } from "@/db/queries/outbox-settle";
import { newId } from "@/lib/domain/id";
import { claim, claimsOf } from "@/tests/claims";
import { openTestDatabase } from "@/tests/database";
import { invitePeople, makeSender } from "@/tests/faults/outbox-people";
import { rowsRead } from "@/tests/rows-read";

const { db } = await openTestDatabase();
const sender = await makeSender(db);
const { orgId } = sender;
const { pastLeases, freezeAll } = claimsOf(db, orgId);

/** Of how many messages the batches are that the database knows of. */
const batches = async () => {
  const rows = await db.execute<{ size: number }>(
    sql`select cardinality(message_ids) as size from message_batches order by size`,
  );
  return rows.map(({ size }) => size);
};

beforeEach(async () => {
  await db.execute(sql`delete from messages where org_id = ${orgId}`);
  await db.execute(sql`delete from message_batches`);
});

test("a batch is known until nothing of it waits any more", async () => {
  await invitePeople(db, sender, 3);
  const { messages, ...by } = await freezeAll();
  expect(await batches()).toEqual([3]);
  await retryLater(db, messages, { ...by, delaySeconds: 0, error: "no answer" });
  expect(await batches()).toEqual([3]);
  const again = claim();
  const [a, b, c] = await claimBatch(db, again);
  if (!a || !b || !c) throw new Error("three messages were tried before");
  const halves = [
    { batchId: newId(), rows: [a, b] },
    { batchId: c.id, rows: [c] },
  ];
  await splitBatch(db, halves, again);
  expect(await batches()).toEqual([1, 2]);
  for (const last of [claim(), claim()]) {
    const rows = await claimBatch(db, last);
    await markAccepted(db, rows, { ...last, providerIds: rows.map(({ id }) => id), state: "sent" });
  }
  expect(await batches()).toEqual([]);
});

test("messages that are free again leave no batch behind, and may be one anew under the same id", async () => {
  await invitePeople(db, sender, 1);
  for (let round = 0; round < 2; round++) {
    const { messages, lease } = await freezeAll();
    expect(await batches()).toEqual([1]);
    await releaseUntried(db, messages, { lease, delaySeconds: 0, isFirst: true, error: null });
    expect(await batches()).toEqual([]);
  }
  const { batchId } = await freezeAll();
  await db.execute(sql`update messages set batch_id = null, batch_position = null, lease_until = null
    where org_id = ${orgId}`);
  expect(await freezeAll()).toMatchObject({ batchId });
  expect(await batches()).toEqual([1]);
});

test("a batch whose messages are settled one after another is known until the last", async () => {
  await invitePeople(db, sender, 3);
  const { messages, lease } = await freezeAll();
  const [first, ...others] = messages;
  if (!first) throw new Error("three messages were written");
  await postpone(db, [first], {
    lease,
    delaySeconds: 60,
    maxAttempts: 8,
    isFirst: true,
    error: "not written",
  });
  expect(await batches()).toEqual([3]);
  await releaseUntried(db, others, { lease, delaySeconds: 0, isFirst: true, error: null });
  expect(await batches()).toEqual([]);
});

test("should a worker die when its first message is set aside, the others of the batch still go", async () => {
  await invitePeople(db, sender, 3);
  const { messages, lease } = await freezeAll();
  const [first, ...others] = messages;
  if (!first) throw new Error("three messages were written");
  await postpone(db, [first], {
    lease,
    delaySeconds: 60,
    maxAttempts: 8,
    isFirst: true,
    error: "not written",
  });
  await pastLeases();
  expect((await claimBatch(db, claim())).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
});

test("batches of which nothing is written down are found again, each in its order", async () => {
  await invitePeople(db, sender, 3);
  const { messages } = await freezeAll();
  await invitePeople(db, sender, 1);
  const alone = await freezeAll();
  await pastLeases();
  await db.execute(sql`delete from message_batches`);
  expect(await claimBatch(db, claim())).toEqual([]);
  expect(await findLostBatches(db)).toBe(2);
  expect(await findLostBatches(db)).toBe(0);
  const found = [await claimBatch(db, claim()), await claimBatch(db, claim())];
  expect(found.map((rows) => rows.map(({ id }) => id)).toSorted((x, y) => y.length - x.length)).toEqual(
    [messages, alone.messages].map((rows) => rows.map(({ id }) => id)),
  );
});

test("of many workers that look for it at once, one has a batch to repeat", async () => {
  await invitePeople(db, sender, 20);
  await freezeAll();
  for (let round = 0; round < 30; round++) {
    await pastLeases();
    const found = await Promise.all(Array.from({ length: 6 }, () => claimBatch(db, claim())));
    expect(found.map((rows) => rows.length).sort((x, y) => y - x)).toEqual([20, 0, 0, 0, 0, 0]);
  }
});

test("looking through many batches that wait reads little more than the first message of each", async () => {
  await invitePeople(db, sender, 2_000);
  for (let i = 0; i < 20; i++) await freezeAll();
  await db.execute(sql`analyze /* every organization */ messages`);
  expect(await rowsRead(db, "messages", (tx) => claimBatch(tx, claim()))).toBeLessThan(60);
});
