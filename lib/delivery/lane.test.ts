import { sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { claimFresh } from "@/db/queries/outbox";
import { INSTALLATION, newId } from "@/lib/domain/id";
import { enqueueMessages } from "@/lib/domain/messages";
import { log } from "@/lib/log";
import { claim, claimsOf } from "@/tests/claims";
import { openTestDatabase } from "@/tests/database";
import { invitePeople, makeSender, rigKeys } from "@/tests/faults/outbox-people";
import { sampleValues } from "@/tests/samples/messages";
import { watchHealth } from "./health";
import { type Lane, runOnce } from "./lane";
import { mailboxChannel } from "./mailbox-channel";
import { defaults } from "./tunables";

const { db } = await openTestDatabase();
const sender = await makeSender(db);
const { orgId } = sender;
const { rowOf, pastLeases } = claimsOf(db, orgId);
const lane: Lane = {
  db,
  channel: mailboxChannel,
  before: { email: [], sms: [] },
  health: watchHealth(db, "mailbox", defaults),
  sender: { appUrl: "http://localhost:3000", keys: rigKeys, mailFrom: null },
  codes: "none",
  looked: { at: 0 },
  tunables: defaults,
  abort: new AbortController().signal,
  onBacklog: () => {},
};

beforeEach(async () => {
  lane.looked.at = Number.NEGATIVE_INFINITY;
  await db.execute(sql`delete from messages where org_id in (${orgId}, ${INSTALLATION})`);
});

test("the mailbox keeps messages, e-mail and SMS alike", async () => {
  const [email] = await invitePeople(db, sender, 1);
  const [sms] = await invitePeople(db, sender, 1, (message) => ({ ...message, channel: "sms" }));
  expect(await runOnce(lane)).toBe(0);
  expect(await runOnce(lane)).toBe(defaults.pollSeconds);
  for (const message of [email, sms])
    expect(await rowOf(message?.id ?? "")).toMatchObject({
      state: "delivered",
      provider: "mailbox",
      providerId: message?.id,
    });
});

test("what was tried before goes first, but for a moment after a look that found none; then once nothing is new", async () => {
  const state = async (message?: { id: string }) => (await rowOf(message?.id ?? ""))?.state;
  const tried = async () => {
    const [message] = await invitePeople(db, sender, 1);
    await claimFresh(db, { ...claim(), provider: "mailbox", limit: 1 });
    await pastLeases();
    return message;
  };
  const [again, fresh] = [await tried(), (await invitePeople(db, sender, 1))[0]];
  await runOnce(lane);
  expect([await state(again), await state(fresh)]).toEqual(["delivered", "queued"]);
  await runOnce(lane);
  expect(performance.now() - lane.looked.at).toBeLessThan(60_000);
  // Just now, however long the next lines take.
  lane.looked.at = Number.POSITIVE_INFINITY;
  const [later, newer] = [await tried(), (await invitePeople(db, sender, 1))[0]];
  await runOnce(lane);
  expect([await state(later), await state(newer)]).toEqual(["queued", "delivered"]);
  expect(await runOnce(lane)).toBe(0);
  expect(await state(later)).toBe("delivered");
  await runOnce(lane);
  const [last] = [await tried(), await invitePeople(db, sender, 1)];
  await vi.waitFor(() => expect(performance.now() - lane.looked.at).toBeGreaterThan(250));
  await runOnce(lane);
  expect(await state(last)).toBe("delivered");
});

test.each([
  ["withdrawn", sql`status = 'revoked', closed_at = now()`],
  ["accepted", sql`status = 'accepted', closed_at = now()`],
  ["expired", sql`expires_at = now()`],
  ["replaced by a new link", sql`generation = generation + 1`],
  ["moved to another address", sql`address = 'elsewhere@client.example'`],
])("an invitation that was %s is not sent", async (_, change) => {
  const [message] = await invitePeople(db, sender, 1);
  await db.execute(
    sql`update invitations set ${change} where org_id = ${orgId} and id = ${message?.subjectId}`,
  );
  await runOnce(lane);
  expect(await rowOf(message?.id ?? "")).toMatchObject({ state: "cancelled", attempts: 0, provider: null });
});

test("an address that opted out of this organization gets nothing; another organization's word does not count", async () => {
  const other = await makeSender(db);
  const [mine, theirs] = await invitePeople(db, sender, 2);
  await db.execute(sql`
    insert into suppressions (org_id, address, reason) values (${orgId}, ${mine?.address}, 'opted_out'),
      (${other.orgId}, ${theirs?.address}, 'opted_out')`);
  await runOnce(lane);
  expect(await rowOf(mine?.id ?? "")).toMatchObject({ state: "suppressed", error: "opted_out" });
  expect(await rowOf(theirs?.id ?? "")).toMatchObject({ state: "delivered" });
});

test("one that cannot be written waits by itself, as though never in the batch, and holds up no other", async () => {
  const [first, bad, last] = await invitePeople(db, sender, 3, (message, index) =>
    index === 1 ? { ...message, values: { ...message.values, expiresAt: "never" } } : message,
  );
  const badRow = () => rowOf(bad?.id ?? "");
  const badIsDue = (change: ReturnType<typeof sql>) =>
    db.execute(sql`update messages set ${change} where org_id = ${orgId} and id = ${bad?.id}`);
  const free = { state: "queued", batchId: null, batchPosition: null, provider: null, leaseOwner: null };
  const alerts = vi.spyOn(log, "error").mockReturnValue();
  const longest = vi.spyOn(Math, "random").mockReturnValue(1);
  expect(await runOnce(lane)).toBe(0);
  longest.mockRestore();
  expect(await badRow()).toMatchObject({ ...free, attempts: 1, error: "This message could not be written." });
  for (const message of [first, last])
    expect(await rowOf(message?.id ?? "")).toMatchObject({ state: "delivered", attempts: 1 });

  await badIsDue(sql`next_at = now() - interval '1 second'`);
  await runOnce(lane);
  expect(await badRow()).toMatchObject({ ...free, attempts: 2 });
  expect(alerts).not.toHaveBeenCalled();
  await badIsDue(sql`next_at = now() - interval '1 second', attempts = 7`);
  await runOnce(lane);
  expect(alerts.mock.calls.map(([, words]) => words)).toEqual(["a message cannot be written"]);
  alerts.mockRestore();
  expect(await badRow()).toMatchObject({ state: "failed", attempts: 8 });
});

test("nothing leaves before its time, and sign-in codes, one by one, have a lane of their own", async () => {
  await invitePeople(db, sender, 1, (message) => ({ ...message, holdSeconds: 30 }));
  const codeId = newId();
  const code = {
    id: newId(),
    kind: "sign_in_code",
    channel: "email",
    address: "ada@northwind.example",
  } as const;
  const rest = {
    subjectId: codeId,
    number: 1,
    invitationId: null,
    contactId: null,
    language: "en",
    holdSeconds: 0,
  };
  const values = { ...sampleValues.sign_in_code, keyId: rigKeys[0]?.id ?? 0, codeId };
  const first = { ...code, ...rest, priority: 0 as const, values };
  const second = { ...first, id: newId(), subjectId: newId(), address: "ines@northwind.example" };
  await enqueueMessages(db, INSTALLATION, [first, second]);
  expect(await runOnce(lane)).toBe(defaults.pollSeconds);
  expect(await runOnce({ ...lane, codes: "only" })).toBe(0);
  const codes = () =>
    db.execute(
      sql`select state, batch_id = id as single from messages where org_id = ${INSTALLATION} order by id`,
    );
  const delivered = { state: "delivered", single: true };
  expect(await codes()).toEqual([delivered, { state: "queued", single: null }]);
  await runOnce({ ...lane, codes: "only" });
  expect(await codes()).toEqual([delivered, delivered]);
});

test("a code too old to be used is not sent any more", async () => {
  const [message] = await invitePeople(db, sender, 1, (old) => ({ ...old, priority: 0 }));
  await db.execute(
    sql`update messages set created_at = now() - interval '11 minutes' where org_id = ${orgId}`,
  );
  await runOnce({ ...lane, codes: "only" });
  expect(await rowOf(message?.id ?? "")).toMatchObject({ state: "cancelled" });
});
