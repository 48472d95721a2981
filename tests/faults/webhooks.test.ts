import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { receiveResend } from "@/lib/delivery/webhooks/receive";
import { openTestDatabase } from "../database";
import { webhookEnv } from "../webhook-rig";
import { invitePeople, makeSender } from "./outbox-people";
import { statesOf, useRig } from "./outbox-rig";
import { storm } from "./webhook-storm";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);
const portal = { db, env: webhookEnv() };

test("5,000 events, 30 % repeated, in disorder, a tenth before our own commit: every state is right", async () => {
  const { orgId, early, told, events, answers, wrong } = await storm(db);
  expect(early).toBe(231);
  expect(told).toBeGreaterThanOrEqual(5_000);
  expect(answers).toHaveLength(events);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(wrong).toEqual([]);
  const [kept] = await db.execute(
    sql`select count(*)::int as n from delivery_events where org_id = ${orgId}`,
  );
  expect(kept).toEqual({ n: told });
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
