import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/domain/id";
import { openTestDatabase } from "@/tests/database";
import { makeSender } from "@/tests/faults/outbox-people";
import { answerByText, twilioRequest, webhookEnv } from "@/tests/webhook-rig";
import { receiveTwilio } from "./receive";

const { db } = await openTestDatabase();
const [sender, other] = [await makeSender(db), await makeSender(db)];
const KIM = "+14155550134";

beforeEach(() => db.execute(sql`/* every organization */ delete from suppressions`));

async function answer(...said: Parameters<typeof answerByText>): Promise<number> {
  const response = await receiveTwilio(answerByText(...said), { db, env: webhookEnv() });
  if (response.ok) expect(await response.text()).toBe("<Response/>");
  return response.status;
}

async function standing(orgId: string): Promise<string[]> {
  const rows = await db.execute<{ told: string }>(sql`
    select concat_ws(' ', address, reason, detail) as told from suppressions where org_id = ${orgId} order by address`);
  return rows.map(({ told }) => told);
}

const STOPPED = [`${KIM} opted_out The owner of this number answered STOP.`];

test.each([["STOP"], [" stop\n"], ["Unsubscribe"], ["END"], ["bitte nicht mehr", "STOP"]])(
  "after the answer %j nothing more goes to the number, from no organization",
  async (words, asked?: string) => {
    expect(await answer(KIM, words, asked)).toBe(200);
    expect(await answer(KIM, words, asked)).toBe(200);
    for (const { orgId } of [sender, other]) expect(await standing(orgId)).toEqual(STOPPED);
  },
);

test("START takes STOP back, and nothing else that stands against the number", async () => {
  await answer(KIM, "STOP");
  await db.execute(sql`update suppressions set reason = 'bounced', detail = 'the number does not exist'
    where org_id = ${other.orgId}`);
  expect(await answer(KIM, "start")).toBe(200);
  expect(await standing(sender.orgId)).toEqual([]);
  expect(await standing(other.orgId)).toEqual([`${KIM} bounced the number does not exist`]);
});

test("START takes back, too, what Twilio told of a message it had taken", async () => {
  const text = { orgId: sender.orgId, id: newId(), providerId: newId(), address: KIM };
  await db.execute(sql`
    insert into messages (org_id, id, kind, channel, address, subject_id, template_version, "values", state, provider, provider_id)
    values (${text.orgId}, ${text.id}, 'request_declined', 'sms', ${KIM}, ${newId()}, 1, '{}', 'sent', 'twilio', ${text.providerId})`);
  await receiveTwilio(twilioRequest(text, "undelivered", { code: "21610" }), { db, env: webhookEnv() });
  expect(await standing(other.orgId)).toEqual(STOPPED);
  await answer(KIM, "START");
  expect(await standing(other.orgId)).toEqual([]);
});

test("what else people answer changes nothing, nor does what Twilio did not sign", async () => {
  for (const words of ["Please stop by at nine", "", "HELP"]) expect(await answer(KIM, words)).toBe(200);
  expect(await answer(KIM, "please", "HELP")).toBe(200);
  expect(await answer(KIM, "STOP", undefined, { token: "somebody else's" })).toBe(401);
  const form = `SmsStatus=received&From=%2B14155550199&Body=STOP`;
  expect(await answer(KIM, "hello", undefined, { changed: { form } })).toBe(401);
  expect(await standing(sender.orgId)).toEqual([]);
});
