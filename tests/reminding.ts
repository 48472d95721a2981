import { sql } from "drizzle-orm";
import { attendInvitations } from "@/lib/domain/remind";
import { testKeys, testSms, type World } from "./cast";

/** Always noon on a working day, wherever people are. */
const noon = (now: Date) => now;

/** Does what is due for invitations, as a worker's tick would by day; answers the messages that makes. */
export async function tick({ db, orgId }: World, { daytime = noon, limit = 100, sms = testSms } = {}) {
  const before = await db.execute<{ id: string }>(sql`select id from messages where org_id = ${orgId}`);
  const known = new Set(before.map(({ id }) => id));
  while ((await attendInvitations({ db, keys: testKeys, sms }, { limit, daytime })) > 0);
  const now = await db.execute<Sent & { id: string }>(sql`
    select id, kind, address, number, "values" from messages where org_id = ${orgId} order by id`);
  return now.filter(({ id }) => !known.has(id));
}

type Sent = { kind: string; address: string; number: number; values: Record<string, unknown> };

/** The kinds and recipients of messages. */
export const toWhom = (list: Sent[]) => list.map(({ kind, address }) => `${kind} ${address}`);
