import { sql } from "drizzle-orm";
import { newId } from "@/lib/domain/id";
import { watchOutbox, watchPerson } from "@/lib/domain/live";
import { getOutboxMessage, listOutbox } from "@/lib/domain/outbox";
import { continueSending, pauseSending } from "@/lib/domain/pause-sending";
import { sendAgain } from "@/lib/domain/send-again";
import { getUntakenSince } from "@/lib/domain/untaken";
import type { Scene } from "../scene";
import type { Row } from "./row";

const ADMINS: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "ok"];
const ADMINS_HERE: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "not_found"];

/** A message to Cleo that could not be sent. */
async function failedMessage({ db, orgId, id: of }: Scene): Promise<string> {
  const id = newId();
  await db.execute(sql`
    insert into messages (org_id, id, kind, channel, address, subject_id, contact_id, template_version, "values", state)
    values (${orgId}, ${id}, 'request_declined', 'email', 'cleo@northwind.example', ${newId()}, ${of("cleo")}, 1, '{}', 'failed')`);
  return id;
}

/** The outbox: what was sent, and whether anything is. */
export const outboxRows: Row[] = [
  {
    name: "listOutbox",
    operation: "outbox:view",
    paths: ["/[org]/outbox"],
    run: (ctx) => listOutbox(ctx, {}),
    verdicts: ADMINS,
  },
  {
    name: "getUntakenSince",
    operation: "outbox:view",
    paths: ["/[org]/settings/delivery"],
    run: (ctx) => getUntakenSince(ctx),
    verdicts: ADMINS,
  },
  {
    name: "watchOutbox",
    operation: "outbox:view",
    paths: ["/[org]/outbox/live"],
    run: async (ctx) => watchOutbox(ctx),
    verdicts: ADMINS,
  },
  {
    name: "watchPerson",
    operation: "contacts:view",
    paths: ["/[org]/contacts/[contact]/live"],
    run: (ctx, { kim }) => watchPerson(ctx, { contact: kim }),
    verdicts: ["ok", "ok", "ok", "forbidden", "not_found"],
  },
  {
    name: "getOutboxMessage",
    operation: "outbox:view",
    paths: ["/[org]/outbox"],
    prepare: failedMessage,
    run: (ctx, _, message) => getOutboxMessage(ctx, { message }),
    verdicts: ADMINS_HERE,
  },
  {
    name: "sendAgain",
    operation: "outbox:send-again",
    paths: ["sendAgainAction"],
    prepare: failedMessage,
    run: (ctx, _, message) => sendAgain(ctx, { message }),
    verdicts: ADMINS_HERE,
  },
  {
    name: "pauseSending",
    operation: "outbox:pause",
    paths: ["pauseSendingAction"],
    run: (ctx) => pauseSending(ctx, { providers: ["mailbox"] }),
    verdicts: ADMINS,
  },
  {
    name: "continueSending",
    operation: "outbox:pause",
    paths: ["continueSendingAction"],
    run: (ctx) => continueSending(ctx),
    verdicts: ADMINS,
  },
];
