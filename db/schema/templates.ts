import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { keyText, moment, orgId } from "./columns";
import { contacts } from "./contacts";
import { organizations } from "./organizations";

/** What a template makes: roles in order, and actions that name their role by its place. */
export type TemplateFlow = {
  roles: { name: string; audience: "internal" | "client" | "any" }[];
  actions: {
    title: string;
    kind: "todo" | "approval" | "acknowledgement";
    instructions: string | null;
    role: number;
    /** Days after the workspace is made. */
    dueInDays: number | null;
    /** Whether it starts together with the action before it. */
    isParallel: boolean;
  }[];
};

/** Roles and actions to make workspaces from. */
export const templates = pgTable(
  "templates",
  {
    orgId: orgId().references(() => organizations.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    sortKey: keyText("sort_key").notNull(),
    description: text("description"),
    /** Private ones are seen by their owner only. */
    visibility: text("visibility", { enum: ["private", "shared"] })
      .notNull()
      .default("private"),
    ownerId: uuid("owner_id").notNull(),
    flow: jsonb("flow").$type<TemplateFlow>().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("templates_by_name").on(t.orgId, t.sortKey, t.id),
    index("templates_owner").on(t.orgId, t.ownerId),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [contacts.orgId, contacts.id] }),
    check("templates_visibility", sql`${t.visibility} in ('private', 'shared')`),
  ],
);
