import { type SQL, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { CERTAIN_HOURS, claimBatch, claimFresh } from "@/db/queries/outbox";
import {
  extendLease,
  markFailed,
  markSuppressed,
  markUncertain,
  postpone,
  releaseUntried,
  retryLater,
  splitBatch,
} from "@/db/queries/outbox-settle";
import { deliveryText } from "@/lib/domain/delivery-words";
import { newId } from "@/lib/domain/id";
import { enqueueMessages } from "@/lib/domain/messages";
import { claim, claimsOf } from "@/tests/claims";
import { inTransaction, openTestDatabase } from "@/tests/database";
import { invitePeople, makeSender } from "@/tests/faults/outbox-people";

const { db } = await openTestDatabase();
const sender = await makeSender(db);
const { orgId } = sender;
const { rowOf, pastLeases, freezeAll } = claimsOf(db, orgId);

beforeEach(async () => {
  await db.execute(sql`delete from messages where org_id = ${orgId}`);
  await db.execute(sql`delete from suppressions where org_id = ${orgId}`);
});

type Invited = Awaited<ReturnType<typeof invitePeople>>[number];

type Rows = Parameters<typeof markFailed>[1];

/** Every way to write down what became of a call. */
const ends: Record<string, (rows: Rows, lease: string) => Promise<unknown>> = {
  markFailed: (rows, lease) => markFailed(db, rows, { lease, error: "no" }),
  markUncertain: (rows, lease) => markUncertain(db, rows, { lease, error: "no" }),
  markSuppressed: (rows, lease) => markSuppressed(db, rows, { lease, detail: "STOP" }),
  postpone: (rows, lease) =>
    postpone(db, rows, { lease, delaySeconds: 0, maxAttempts: 1, isFirst: true, error: "no" }),
  releaseUntried: (rows, lease) =>
    releaseUntried(db, rows, { lease, delaySeconds: 0, isFirst: true, error: "no" }),
  retryLater: (rows, lease) =>
    retryLater(db, rows, { lease, delaySeconds: 0, certainHours: CERTAIN_HOURS, error: "no" }),
  splitBatch: (rows, lease) => splitBatch(db, [{ batchId: newId(), rows }], { lease }),
  extendLease: (rows, lease) => extendLease(db, rows, { lease, leaseSeconds: -600 }),
};

test.each(Object.keys(ends))(
  "who has lost the lease changes nothing by %s, who has it does",
  async (name) => {
    await invitePeople(db, sender, 1);
    const { messages, lease: late } = await freezeAll();
    const id = messages[0]?.id ?? "";
    await pastLeases();
    const current = claim();
    expect(await claimBatch(db, current)).toHaveLength(1);
    const before = await rowOf(id);
    await ends[name]?.(messages, late);
    expect(await rowOf(id)).toEqual(before);
    expect(await db.execute(sql`select 1 from suppressions where org_id = ${orgId}`)).toHaveLength(0);
    await ends[name]?.(messages, current.lease);
    expect(await rowOf(id)).not.toEqual(before);
  },
);

test("a code whose outcome nobody knows is not sent again once it is too old to be used", async () => {
  const [code] = await invitePeople(db, sender, 1, (message) => ({ ...message, priority: 0 }));
  const only = { ...claim(), codes: "only" as const };
  await claimFresh(db, { ...only, limit: 1 });
  await db.execute(
    sql`update messages set created_at = now() - interval '11 minutes' where org_id = ${orgId}`,
  );
  await pastLeases();
  expect(await claimBatch(db, only)).toEqual([]);
  expect(await rowOf(code?.id ?? "")).toMatchObject({ state: "uncertain", attempts: 1 });
});

test("what can still be undone is not sent, whenever it would be due", async () => {
  await invitePeople(db, sender, 1);
  await db.execute(sql`
    update messages set held_until = now() + interval '1 hour', next_at = now() - interval '1 second' where org_id = ${orgId}`);
  expect(await claimFresh(db, { ...claim(), limit: 10 })).toEqual({ messages: [], removed: 0 });
});

test("what is withdrawn before it was tried under its key certainly never arrived", async () => {
  await invitePeople(db, sender, 2);
  const { messages, lease } = await freezeAll();
  await splitBatch(db, [{ batchId: newId(), rows: messages }], { lease });
  await db.execute(sql`
    update invitations set status = 'revoked', closed_at = now() where org_id = ${orgId} and address = ${messages[0]?.address}`);
  expect(await claimBatch(db, claim())).toMatchObject([{ id: messages[1]?.id }]);
  const row = await rowOf(messages[0]?.id ?? "");
  expect(row).toMatchObject({ state: "cancelled", error: null });
  expect(deliveryText({ channel: "email", delivery: "cancelled", deliveryError: null })).toBe(
    "Not sent: it was taken back",
  );
});

test("of several messages about one invitation that wait only the latest goes, tried before or not", async () => {
  const [first] = await invitePeople(db, sender, 2);
  const { messages, lease } = await freezeAll();
  const by = { lease, delaySeconds: -1, certainHours: CERTAIN_HOURS, error: "no answer" };
  await retryLater(db, messages, by);
  const sendings = [2, 3].map((number) => ({ id: newId(), number }));
  for (const { id, number } of sendings)
    await enqueueMessages(db, orgId, [{ ...(first as Invited), id, number }]);
  await db.execute(
    sql`update invitations set sends = 3 where org_id = ${orgId} and id = ${first?.invitationId}`,
  );
  expect(await claimBatch(db, claim())).toMatchObject([{ id: messages[1]?.id }]);
  const { messages: fresh } = await claimFresh(db, { ...claim(), limit: 10 });
  expect(fresh).toMatchObject([{ id: sendings[1]?.id }]);
  expect(await rowOf(messages[0]?.id ?? "")).toMatchObject({ state: "cancelled", error: "overtaken tried" });
  expect(await rowOf(sendings[0]?.id ?? "")).toMatchObject({ state: "cancelled", error: "overtaken" });
});

/** A reminder that waits, of the same invitation. */
const reminderOf = (first: Invited, number: number) => ({
  ...{ ...first, id: newId(), number, kind: "invitation_reminder" as const },
  values: { ...first.values, sends: number },
});

const invitationIs = (first: Invited, changes: SQL) =>
  db.execute(sql`update invitations set ${changes} where org_id = ${orgId} and id = ${first.invitationId}`);

test.each<[string, { generation?: number; address?: string }]>([
  ["with a link that was replaced", { generation: 1 }],
  ["to an address that was corrected", { address: "former@client.example" }],
])(
  "no message makes way for a later one %s, which does not go itself",
  async (_, { address, generation = 2 }) => {
    const [first] = (await invitePeople(db, sender, 1, (message) => ({
      ...message,
      values: { ...message.values, generation: 2 },
    }))) as [Invited];
    const late = reminderOf({ ...first, address: address ?? first.address }, 2);
    await enqueueMessages(db, orgId, [{ ...late, values: { ...late.values, generation } }]);
    await invitationIs(first, sql`generation = 2, sends = 2`);
    const { messages } = await claimFresh(db, { ...claim(), limit: 10 });
    expect(messages).toMatchObject([{ id: first.id }]);
    expect(await rowOf(late.id)).toMatchObject({ state: "cancelled", error: null });
  },
);

test("a reminder that the invitation itself made way for goes, even when reminders are stopped before it could", async () => {
  const [first] = (await invitePeople(db, sender, 1)) as [Invited];
  const late = reminderOf(first, 2);
  await enqueueMessages(db, orgId, [late]);
  await invitationIs(first, sql`sends = 2`);
  const by = { ...claim(), limit: 10 };
  const { messages } = await claimFresh(db, by);
  expect(messages).toMatchObject([{ id: late.id }]);
  await releaseUntried(db, messages, { lease: by.lease, delaySeconds: 0, isFirst: true, error: "away" });
  await invitationIs(first, sql`reminders_stopped_at = now()`);
  expect((await claimFresh(db, { ...claim(), limit: 10 })).messages).toMatchObject([{ id: late.id }]);
});

test("what may go at once is due in the very moment it was written, however that was rounded", async () => {
  const found = Array.from({ length: 30 }, () =>
    inTransaction(db, async (tx) => {
      await invitePeople(tx, sender, 1);
      return (await claimFresh(tx, { ...claim(), limit: 1 })).messages.length;
    }),
  );
  expect(await Promise.all(found)).toEqual(found.map(() => 1));
});

test("STOP in answer to a sign-in code takes the code and blocks no number", async () => {
  const [code] = await invitePeople(db, sender, 1, (message) => ({ ...message, priority: 0 }));
  const by = { ...claim(), codes: "only" as const };
  const { messages } = await claimFresh(db, { ...by, limit: 1 });
  await markSuppressed(db, messages, { lease: by.lease, detail: "STOP" });
  expect(await rowOf(code?.id ?? "")).toMatchObject({ state: "suppressed" });
  expect(await db.execute(sql`select 1 from suppressions where org_id = ${orgId}`)).toHaveLength(0);
});
