import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { keyText, moment, orgId } from "./columns";
import { contacts } from "./contacts";
import { organizations } from "./organizations";

/** A named set of contacts: an internal team or a client group. */
export const groups = pgTable(
  "groups",
  {
    orgId: orgId().references(() => organizations.id),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: ["team", "client_group"] }).notNull(),
    name: text("name").notNull(),
    sortKey: keyText("sort_key").notNull(),
    description: text("description"),
    createdBy: uuid("created_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("groups_name").on(t.orgId, t.kind, t.sortKey),
    foreignKey({ columns: [t.orgId, t.createdBy], foreignColumns: [contacts.orgId, contacts.id] }),
    check("groups_kind", sql`${t.kind} in ('team', 'client_group')`),
  ],
);

/** The people of a group: who comes along wherever the group is added. */
export const groupMembers = pgTable(
  "group_members",
  {
    orgId: orgId(),
    groupId: uuid("group_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.groupId, t.contactId] }),
    index("group_members_contact").on(t.orgId, t.contactId),
    foreignKey({ columns: [t.orgId, t.groupId], foreignColumns: [groups.orgId, groups.id] }),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contacts.orgId, contacts.id] }),
  ],
);

/** Internal users who look after a group's people; of a client group they are not its people. */
export const groupManagers = pgTable(
  "group_managers",
  {
    orgId: orgId(),
    groupId: uuid("group_id").notNull(),
    contactId: uuid("contact_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.groupId, t.contactId] }),
    index("group_managers_contact").on(t.orgId, t.contactId),
    foreignKey({ columns: [t.orgId, t.groupId], foreignColumns: [groups.orgId, groups.id] }),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contacts.orgId, contacts.id] }),
  ],
);
