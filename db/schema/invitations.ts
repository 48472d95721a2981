import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, orgId } from "./columns";
import { contacts } from "./contacts";
import { workspaces } from "./workspaces";

/** A standing offer to one contact: to join one workspace, or (no workspace) the organization. */
export const invitations = pgTable(
  "invitations",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    workspaceId: uuid("workspace_id"),
    contactId: uuid("contact_id").notNull(),
    /** Where it was sent: the only address whose owner may accept. */
    address: text("address").notNull(),
    channel: text("channel", { enum: ["email", "sms"] }).notNull(),
    status: text("status", { enum: ["pending", "accepted", "declined", "revoked", "expired"] })
      .notNull()
      .default("pending"),
    /** Raised by "Replace link" and by a change of address: links of older generations are dead. */
    generation: integer("generation").notNull().default(1),
    note: text("note"),
    /** In whose name it stands: whose note it has. */
    invitedBy: uuid("invited_by").notNull(),
    /** Who opened it, where somebody else has put a note of theirs in since. */
    openedBy: uuid("opened_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    /** How many messages have been written for it, and when the latest was. */
    sends: integer("sends").notNull().default(1),
    sentAt: moment("sent_at").notNull().defaultNow(),
    /** How many reminders have gone out. */
    reminders: smallint("reminders").notNull().default(0),
    /** Since when nobody is reminded of it, whatever days the workspace has. */
    remindersStoppedAt: moment("reminders_stopped_at"),
    /** When something is to be done about it unasked: a reminder, or a word to the inviter before it expires. */
    attendAt: moment("attend_at"),
    /** When the inviter is to hear that it runs out soon; empty: has heard. */
    expiryNoticeAt: moment("expiry_notice_at"),
    closedAt: moment("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("invitations_open_workspace")
      .on(t.orgId, t.workspaceId, t.contactId)
      .where(sql`status = 'pending' and workspace_id is not null`),
    uniqueIndex("invitations_open_portal")
      .on(t.orgId, t.contactId)
      .where(sql`status = 'pending' and workspace_id is null`),
    index("invitations_contact").on(t.orgId, t.contactId, t.workspaceId),
    index("invitations_accepted").on(t.orgId, t.invitedBy, t.closedAt).where(sql`status = 'accepted'`),
    index("invitations_attend").on(t.attendAt).where(sql`status = 'pending' and attend_at is not null`),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contacts.orgId, contacts.id] }),
    foreignKey({
      columns: [t.orgId, t.workspaceId],
      foreignColumns: [workspaces.orgId, workspaces.id],
    }),
    foreignKey({ columns: [t.orgId, t.invitedBy], foreignColumns: [contacts.orgId, contacts.id] }),
    foreignKey({ columns: [t.orgId, t.openedBy], foreignColumns: [contacts.orgId, contacts.id] }),
    check(
      "invitations_status",
      sql`${t.status} in ('pending', 'accepted', 'declined', 'revoked', 'expired')`,
    ),
    check("invitations_closed", sql`(${t.status} = 'pending') = (${t.closedAt} is null)`),
    check("invitations_channel", sql`${t.channel} in ('email', 'sms')`),
  ],
);
