import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { CERTAIN_HOURS, claimBatch, claimFresh } from "@/db/queries/outbox";
import { releaseUntried, retryLater, splitBatch } from "@/db/queries/outbox-settle";
import { newId } from "@/lib/domain/id";
import { claim, claimsOf } from "@/tests/claims";
import { openTestDatabase } from "@/tests/database";
import { invitePeople, makeSender } from "@/tests/faults/outbox-people";
import { rowsRead } from "@/tests/rows-read";

const { db } = await openTestDatabase();
const sender = await makeSender(db);
const { orgId } = sender;
const { rowOf, pastLeases, freezeAll } = claimsOf(db, orgId);

beforeEach(async () => {
  await db.execute(sql`delete from messages where org_id = ${orgId}`);
});

test("a batch stays what it was: same messages, same order, same id, whatever happens meanwhile", async () => {
  await invitePeople(db, sender, 5);
  const { messages, batchId } = await freezeAll();
  await pastLeases();
  await invitePeople(db, sender, 3);
  const again = await claimBatch(db, claim());
  expect(again.map(({ id }) => id)).toEqual(messages.map(({ id }) => id));
  expect(again.map((row) => row.batchId)).toEqual(Array(5).fill(batchId));
  expect(again.map(({ attempts }) => attempts)).toEqual(Array(5).fill(2));
  expect(await claimBatch(db, claim())).toEqual([]);
});

test("what is claimed is one batch from the same moment on, one alone under its own id, and nothing else joins it", async () => {
  await invitePeople(db, sender, 3);
  const [a, b] = [claim(), claim()];
  const pair = await claimFresh(db, { ...a, limit: 2 });
  const rest = await claimFresh(db, { ...b, limit: 2 });
  expect(pair.messages.map(({ batchPosition }) => batchPosition)).toEqual([0, 1]);
  expect(new Set(pair.messages.map(({ batchId }) => batchId)).size).toBe(1);
  expect(pair.messages.map(({ id }) => id)).not.toContain(pair.messages[0]?.batchId);
  expect(rest.messages).toMatchObject([{ id: rest.messages[0]?.batchId, batchPosition: 0 }]);
  for (const { id } of [...pair.messages, ...rest.messages])
    expect(await rowOf(id)).toMatchObject({
      provider: "resend",
      attempts: 1,
      leaseOwner: expect.any(String),
      isLate: false,
    });
  await pastLeases();
  expect(await claimFresh(db, { ...claim(), limit: 2 })).toEqual({ messages: [], removed: 0 });
});

test("what may not go leaves no gap in the batch, and one that is left goes under its own id", async () => {
  const [first, gone, last] = await invitePeople(db, sender, 3);
  await db.execute(sql`
    update invitations set status = 'revoked', closed_at = now() where org_id = ${orgId} and id = ${gone?.subjectId}`);
  const { messages, removed } = await claimFresh(db, { ...claim(), limit: 100 });
  expect(removed).toBe(1);
  expect(messages.map(({ id, batchPosition }) => [id, batchPosition])).toEqual([
    [first?.id, 0],
    [last?.id, 1],
  ]);
  expect(await rowOf(gone?.id ?? "")).toMatchObject({
    state: "cancelled",
    attempts: 0,
    batchId: null,
    provider: null,
  });
  const [alone, late] = await invitePeople(db, sender, 2);
  await db.execute(sql`
    update invitations set expires_at = now() - interval '1 second' where org_id = ${orgId} and id = ${late?.subjectId}`);
  expect((await claimFresh(db, { ...claim(), limit: 100 })).messages).toMatchObject([
    { id: alone?.id, batchId: alone?.id },
  ]);
});

test("turned away at the first try a batch is free again, at a later try it stays frozen", async () => {
  await invitePeople(db, sender, 2);
  const first = await freezeAll();
  await releaseUntried(db, first.messages, { ...first, delaySeconds: 0, isFirst: true, error: "slow down" });
  expect(await rowOf(first.messages[0]?.id ?? "")).toMatchObject({
    attempts: 0,
    batchId: null,
    leaseOwner: null,
  });
  const second = await freezeAll();
  await retryLater(db, second.messages, { ...second, delaySeconds: 0, error: "no answer" });
  const by = claim();
  const third = await claimBatch(db, by);
  await releaseUntried(db, third, { ...by, delaySeconds: 0, isFirst: false, error: "slow down" });
  expect(await rowOf(third[0]?.id ?? "")).toMatchObject({ attempts: 1, batchId: second.batchId });
});

test("a split batch goes on as smaller ones, complete in themselves", async () => {
  await invitePeople(db, sender, 3);
  const { messages, lease } = await freezeAll();
  const [a, b, c] = messages;
  if (!a || !b || !c) throw new Error("three messages were written");
  const pair = newId();
  await splitBatch(
    db,
    [
      { batchId: pair, rows: [a, b] },
      { batchId: c.id, rows: [c] },
    ],
    { lease },
  );
  const batches = [await claimBatch(db, claim()), await claimBatch(db, claim())].sort(
    (x, y) => y.length - x.length,
  );
  expect(batches.map((rows) => rows.map(({ id }) => id))).toEqual([[a.id, b.id], [c.id]]);
  expect(batches.map((rows) => rows[0]?.batchId)).toEqual([pair, c.id]);
});

test("after 23 hours no machine tries again", async () => {
  await invitePeople(db, sender, 2);
  const { messages } = await freezeAll();
  await db.execute(sql`
    update messages set first_attempt_at = now() - interval '23 hours 1 second',
      lease_until = now() - interval '1 second' where org_id = ${orgId}`);
  expect(await claimBatch(db, claim())).toEqual([]);
  for (const { id } of messages)
    expect(await rowOf(id)).toMatchObject({ state: "uncertain", attempts: 1, leaseOwner: null });
});

test("a retry that would come too late becomes uncertain at once", async () => {
  await invitePeople(db, sender, 1);
  const { messages, ...by } = await freezeAll();
  await db.execute(
    sql`update messages set first_attempt_at = now() - interval '22 hours 59 minutes' where org_id = ${orgId}`,
  );
  await retryLater(db, messages, { ...by, delaySeconds: 120, error: "no answer" });
  expect(await rowOf(messages[0]?.id ?? "")).toMatchObject({ state: "uncertain" });
});

test("a batch stays with the provider that first tried it, until no machine may try it any more", async () => {
  await invitePeople(db, sender, 2);
  const { messages, lease } = await freezeAll();
  await retryLater(db, messages, { lease, delaySeconds: 0, certainHours: CERTAIN_HOURS, error: "no answer" });
  await db.execute(sql`update messages set next_at = now() - interval '1 second' where org_id = ${orgId}`);
  const other = { ...claim(), provider: "smtp", certainHours: 0 };
  expect(await claimBatch(db, other)).toEqual([]);
  for (const { id } of messages)
    expect(await rowOf(id)).toMatchObject({ state: "queued", provider: "resend" });
  await db.execute(
    sql`update messages set first_attempt_at = now() - interval '23 hours 1 second' where org_id = ${orgId}`,
  );
  expect(await claimBatch(db, other)).toEqual([]);
  for (const { id } of messages)
    expect(await rowOf(id)).toMatchObject({ state: "uncertain", provider: "resend" });
});

test("what a provider without keys was handed when its worker died waits for a person", async () => {
  await invitePeople(db, sender, 1);
  const by = { ...claim(), provider: "smtp", certainHours: 0 };
  const { messages } = await claimFresh(db, { ...by, limit: 1 });
  await pastLeases();
  expect(await claimBatch(db, { ...by, lease: newId() })).toEqual([]);
  expect(await rowOf(messages[0]?.id ?? "")).toMatchObject({ state: "uncertain", attempts: 1 });
});

test("looking for a batch to repeat reads no queue, however many of the messages sent before were in one", async () => {
  await invitePeople(db, sender, 500);
  await db.execute(sql`
    update messages set state = 'sent', batch_id = id, batch_position = 0, provider = 'resend' where org_id = ${orgId}`);
  await invitePeople(db, sender, 500);
  await db.execute(sql`analyze /* every organization */ messages`);
  expect(await rowsRead(db, "messages", (tx) => claimBatch(tx, claim()))).toBeLessThan(100);
});

test("looking for a code reads no queue of other messages", async () => {
  await invitePeople(db, sender, 500);
  await db.execute(sql`analyze /* every organization */ messages`);
  const only = { ...claim(), codes: "only" as const, limit: 1 };
  expect(await rowsRead(db, "messages", (tx) => claimFresh(tx, only))).toBeLessThan(10);
});
