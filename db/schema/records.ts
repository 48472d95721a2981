import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, orgId } from "./columns";
import { contacts } from "./contacts";
import { organizations } from "./organizations";
import { workspaces } from "./workspaces";

/** What happened: append-only, written in the transaction that it tells of. */
export const activity = pgTable(
  "activity",
  {
    orgId: orgId().references(() => organizations.id),
    id: uuid("id").notNull(),
    workspaceId: uuid("workspace_id"),
    /** Whom it is about, where that is one person: the history on the contact's page. */
    contactId: uuid("contact_id"),
    actorId: uuid("actor_id"),
    kind: text("kind").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull().default({}),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("activity_workspace").on(t.orgId, t.workspaceId, t.at.desc(), t.id),
    foreignKey({
      columns: [t.orgId, t.workspaceId],
      foreignColumns: [workspaces.orgId, workspaces.id],
    }),
    index("activity_contact").on(t.orgId, t.contactId, t.at.desc(), t.id).where(sql`contact_id is not null`),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contacts.orgId, contacts.id] }),
    foreignKey({ columns: [t.orgId, t.actorId], foreignColumns: [contacts.orgId, contacts.id] }),
  ],
);

/** Counters of messages in a window of time, changed only by conditional updates. */
export const limits = pgTable(
  "limits",
  {
    /** The organization, or the nil UUID for limits of the installation. */
    orgId: orgId(),
    key: text("key").notNull(),
    windowStartedAt: moment("window_started_at").notNull().defaultNow(),
    /** What it allows, so that one statement can count against many limits. */
    max: integer("max").notNull(),
    windowSeconds: integer("window_seconds").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.key] })],
);

/** Answers to commands that carry an id made by the client: a repeat gets the first answer. */
export const commands = pgTable(
  "commands",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    actorId: uuid("actor_id").notNull(),
    /** JSON; as text, since it is only ever handed back. */
    result: text("result"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.actorId, t.id] }),
    foreignKey({ columns: [t.orgId, t.actorId], foreignColumns: [contacts.orgId, contacts.id] }),
  ],
);

/** What somebody did in a workspace and may take back a moment later, with what that takes. */
export const undoableActs = pgTable(
  "undoable_acts",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    actorId: uuid("actor_id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    kind: text("kind", {
      enum: [
        "member_removed",
        "invitation_cancelled",
        "role_assigned",
        "role_unassigned",
        "requests_declined",
      ],
    }).notNull(),
    /** Whom or what it was about, as the screen says it. */
    name: text("name").notNull(),
    /** JSON; as text, since it is only ever handed back. */
    data: text("data").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.actorId, t.id] }),
    foreignKey({ columns: [t.orgId, t.actorId], foreignColumns: [contacts.orgId, contacts.id] }),
    foreignKey({
      columns: [t.orgId, t.workspaceId],
      foreignColumns: [workspaces.orgId, workspaces.id],
    }),
    check(
      "undoable_acts_kind",
      sql`${t.kind} in ('member_removed', 'invitation_cancelled', 'role_assigned', 'role_unassigned', 'requests_declined')`,
    ),
  ],
);

/** What a wizard holds between its steps, so that they are plain URLs and "Back" keeps everything. */
export const drafts = pgTable(
  "drafts",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    actorId: uuid("actor_id").notNull(),
    kind: text("kind", { enum: ["client", "internal", "client_group", "team"] }).notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("drafts_actor").on(t.orgId, t.actorId, t.updatedAt),
    foreignKey({ columns: [t.orgId, t.actorId], foreignColumns: [contacts.orgId, contacts.id] }),
    check("drafts_kind", sql`${t.kind} in ('client', 'internal', 'client_group', 'team')`),
  ],
);
