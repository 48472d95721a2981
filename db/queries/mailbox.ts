import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type MailboxRow = {
  orgId: string;
  /** Where the organization that sent it is; of codes to sign in with, where the first one is. */
  timeZone: string;
  id: string;
  kind: string;
  channel: "email" | "sms";
  address: string;
  subjectId: string;
  templateVersion: number;
  language: string;
  values: Record<string, unknown>;
  /** Milliseconds since 1970. */
  createdAt: number;
};

export type MailboxQuery = {
  /** A whole address, or a part of one. */
  to: { address: string } | { part: string } | null;
  /** Only messages older than this one; `at` in milliseconds. */
  before: { at: number; id: string } | null;
  limit: number;
};

const columns = sql`m.org_id as "orgId", coalesce(o.time_zone, (select time_zone from organizations order by number limit 1), 'UTC') as "timeZone", m.id, m.kind, m.channel, m.address, m.subject_id as "subjectId",
  m.template_version as "templateVersion", m.language, m."values", (extract(epoch from m.created_at) * 1000)::float8 as "createdAt"`;

const KEPT = sql`m.provider = 'mailbox' and m.state = 'delivered'`;

/** Messages the local mailbox delivered, of every organization, newest first. */
export async function selectMailbox(
  db: Database,
  { to, before, limit }: MailboxQuery,
): Promise<MailboxRow[]> {
  const isTo = !to
    ? sql`true`
    : "address" in to
      ? sql`m.address = ${to.address}`
      : sql`position(${to.part} in m.address) > 0`;
  const isOlder = before
    ? sql`(m.created_at, m.id) < (to_timestamp(${before.at}::float8 / 1000), ${before.id}::uuid)`
    : sql`true`;
  const rows = await db.execute<MailboxRow>(sql`/* every organization */
    select ${columns} from messages m left join organizations o on o.id = m.org_id
    where ${KEPT} and ${isTo} and ${isOlder}
    order by m.created_at desc, m.id desc limit ${limit}`);
  return [...rows];
}

/** One message the local mailbox delivered, or null. */
export async function selectMailboxMessage(db: Database, id: string): Promise<MailboxRow | null> {
  const [row] = await db.execute<MailboxRow>(sql`/* every organization */
    select ${columns} from messages m left join organizations o on o.id = m.org_id where ${KEPT} and m.id = ${id} limit 1`);
  return row ?? null;
}
