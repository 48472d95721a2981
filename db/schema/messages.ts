import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, orgId } from "./columns";
import { contacts } from "./contacts";
import { invitations } from "./invitations";

const messageStates = [
  "queued",
  "sent",
  "delayed",
  "delivered",
  "bounced",
  "complained",
  "failed",
  "suppressed",
  "cancelled",
  "uncertain",
] as const;

/**
 * The outbox: one row is one e-mail or SMS, written with what causes it and sent by a worker.
 * Its id is the provider's idempotency key and its bytes follow from template, version and values.
 * Messages of the installation itself (sign-in codes) carry the nil UUID as organization.
 */
export const messages = pgTable(
  "messages",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    channel: text("channel", { enum: ["email", "sms"] }).notNull(),
    address: text("address").notNull(),
    /** What it is about (an invitation, a workspace, a sign-in code) and the number of the sending: found by it. */
    subjectId: uuid("subject_id").notNull(),
    number: integer("number").notNull().default(1),
    /** Of an invitation or a reminder of it, which is to whom the invitation is for; all others name a contact, or nobody. */
    invitationId: uuid("invitation_id"),
    contactId: uuid("contact_id"),
    templateVersion: smallint("template_version").notNull(),
    language: text("language").notNull().default("en"),
    values: jsonb("values").$type<Record<string, unknown>>().notNull(),
    /** 0 sign-in codes, 1 single messages, 2 bulk. */
    priority: smallint("priority").notNull().default(1),
    state: text("state", { enum: messageStates }).notNull().default("queued"),
    /** Until then "Undo" stops it. */
    heldUntil: moment("held_until").notNull().defaultNow(),
    nextAt: moment("next_at").notNull().defaultNow(),
    attempts: integer("attempts").notNull().default(0),
    firstAttemptAt: moment("first_attempt_at"),
    leaseOwner: uuid("lease_owner"),
    leaseUntil: moment("lease_until"),
    /** A batch is frozen before its first attempt: nothing joins it, order and key stay. */
    batchId: uuid("batch_id"),
    batchPosition: smallint("batch_position"),
    provider: text("provider"),
    providerId: text("provider_id"),
    error: text("error"),
    createdAt: moment("created_at").notNull().defaultNow(),
    sentAt: moment("sent_at"),
    /** When the state last changed, by the provider's own word where it has one. */
    stateAt: moment("state_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("messages_once").on(t.orgId, t.subjectId, t.kind, t.address, t.number),
    index("messages_due").on(t.priority, t.nextAt, t.id).where(sql`state = 'queued'`),
    index("messages_contact").on(t.orgId, t.contactId).where(sql`contact_id is not null`),
    index("messages_problems")
      .on(t.orgId, t.id)
      .where(sql`state in ('bounced', 'complained', 'failed', 'suppressed', 'uncertain')`),
    foreignKey({
      columns: [t.orgId, t.invitationId],
      foreignColumns: [invitations.orgId, invitations.id],
    }),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contacts.orgId, contacts.id] }),
    check("messages_channel", sql`${t.channel} in ('email', 'sms')`),
    check(
      "messages_state",
      sql`${t.state} in ('queued', 'sent', 'delayed', 'delivered', 'bounced', 'complained', 'failed', 'suppressed', 'cancelled', 'uncertain')`,
    ),
    check("messages_recipient_once", sql`${t.invitationId} is null or ${t.contactId} is null`),
    check("messages_batch_whole", sql`(${t.batchId} is null) = (${t.batchPosition} is null)`),
  ],
);

/**
 * Where the messages of each batch that waits for its answer lie, of whichever organizations, in their order: the way to
 * what has to be sent again. `messages` has no index for it, since every message would pay for it when it is claimed.
 */
export const messageBatches = pgTable(
  "message_batches",
  {
    id: uuid("id").primaryKey(),
    orgIds: uuid("org_ids").array().notNull(),
    messageIds: uuid("message_ids").array().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [check("message_batches_whole", sql`cardinality(${t.orgIds}) = cardinality(${t.messageIds})`)],
);

/** Addresses an organization may not write to: the owner of the address said so, or mail came back. */
export const suppressions = pgTable(
  "suppressions",
  {
    orgId: orgId(),
    address: text("address").notNull(),
    reason: text("reason", { enum: ["opted_out", "bounced", "complained"] }).notNull(),
    /** Why, in the words of the provider: "mailbox does not exist". */
    detail: text("detail"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.address] }),
    check("suppressions_reason", sql`${t.reason} in ('opted_out', 'bounced', 'complained')`),
  ],
);

/** What providers say became of a message, each once: a repeat of the same event is no second one. */
export const deliveryEvents = pgTable(
  "delivery_events",
  {
    orgId: orgId(),
    provider: text("provider").notNull(),
    eventId: text("event_id").notNull(),
    messageId: uuid("message_id").notNull(),
    state: text("state", {
      enum: ["sent", "delayed", "delivered", "bounced", "complained", "failed"],
    }).notNull(),
    detail: text("detail"),
    /** When it happened, by the provider's clock. */
    at: moment("at").notNull(),
    receivedAt: moment("received_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.provider, t.eventId] }),
    index("delivery_events_message").on(t.orgId, t.messageId, t.at),
  ],
);

/** Pause of a whole channel, shared by all workers: they obey one budget. */
export const channelPauses = pgTable("channel_pauses", {
  provider: text("provider").primaryKey(),
  until: moment("until").notNull(),
  reason: text("reason").notNull(),
  since: moment("since").notNull().defaultNow(),
});

/** How each way out last fared, whichever worker used it. */
export const channelHealth = pgTable("channel_health", {
  provider: text("provider").primaryKey(),
  acceptedAt: moment("accepted_at"),
  failedAt: moment("failed_at"),
  error: text("error"),
  /** Calls without a clear answer since the last that had one. */
  failures: integer("failures").notNull().default(0),
});
