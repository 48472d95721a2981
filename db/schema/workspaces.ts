import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { keyText, moment, orgId } from "./columns";
import { contacts } from "./contacts";
import { groups } from "./groups";
import { organizations } from "./organizations";

export const workspaces = pgTable(
  "workspaces",
  {
    orgId: orgId().references(() => organizations.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    sortKey: keyText("sort_key").notNull(),
    ownerId: uuid("owner_id").notNull(),
    dueOn: date("due_on"),
    createdAt: moment("created_at").notNull().defaultNow(),
    activeAt: moment("active_at").notNull().defaultNow(),
    /** As the organization's; empty: the same days as there. */
    reminderDays: smallint("reminder_days").array(),
    completedAt: moment("completed_at"),
    archivedAt: moment("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("workspaces_active").on(t.orgId, t.activeAt.desc(), t.id),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [contacts.orgId, contacts.id] }),
  ],
);

/** A group added to a workspace as a unit; its people are members through it. */
export const workspaceGroups = pgTable(
  "workspace_groups",
  {
    orgId: orgId(),
    workspaceId: uuid("workspace_id").notNull(),
    groupId: uuid("group_id").notNull(),
    addedBy: uuid("added_by").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.workspaceId, t.groupId] }),
    index("workspace_groups_group").on(t.orgId, t.groupId),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [contacts.orgId, contacts.id] }),
    foreignKey({
      columns: [t.orgId, t.workspaceId],
      foreignColumns: [workspaces.orgId, workspaces.id],
    }),
    foreignKey({ columns: [t.orgId, t.groupId], foreignColumns: [groups.orgId, groups.id] }),
  ],
);

/** A contact in a workspace. The key is the rule that nobody is a member twice. */
export const members = pgTable(
  "members",
  {
    orgId: orgId(),
    workspaceId: uuid("workspace_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    /** Added by name or address; what came only through a group goes with the group. */
    isDirect: boolean("is_direct").notNull().default(true),
    addedBy: uuid("added_by").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
    /** Empty while the person is "Not Joined". */
    joinedAt: moment("joined_at"),
    /** Empty while the workspace is "New" to the person. */
    seenAt: moment("seen_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.workspaceId, t.contactId] }),
    index("members_contact").on(t.orgId, t.contactId),
    foreignKey({
      columns: [t.orgId, t.workspaceId],
      foreignColumns: [workspaces.orgId, workspaces.id],
    }),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contacts.orgId, contacts.id] }),
    check("members_seen", sql`${t.seenAt} is null or ${t.joinedAt} is not null`),
  ],
);
