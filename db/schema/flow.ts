import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, orgId } from "./columns";
import { members, workspaceGroups, workspaces } from "./workspaces";

/** A named placeholder of a workspace; work hangs on it, so filling it rewrites no action. */
export const roles = pgTable(
  "roles",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    name: text("name").notNull(),
    audience: text("audience", { enum: ["internal", "client", "any"] })
      .notNull()
      .default("any"),
    position: integer("position").notNull(),
    holderId: uuid("holder_id"),
    holderGroupId: uuid("holder_group_id"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("roles_in_workspace").on(t.orgId, t.workspaceId, t.id),
    uniqueIndex("roles_name").on(t.orgId, t.workspaceId, t.name),
    index("roles_holder").on(t.orgId, t.workspaceId, t.holderId),
    foreignKey({
      columns: [t.orgId, t.workspaceId],
      foreignColumns: [workspaces.orgId, workspaces.id],
    }),
    foreignKey({
      name: "roles_holder_is_member",
      columns: [t.orgId, t.workspaceId, t.holderId],
      foreignColumns: [members.orgId, members.workspaceId, members.contactId],
    }),
    foreignKey({
      name: "roles_group_is_added",
      columns: [t.orgId, t.workspaceId, t.holderGroupId],
      foreignColumns: [workspaceGroups.orgId, workspaceGroups.workspaceId, workspaceGroups.groupId],
    }),
    check("roles_audience", sql`${t.audience} in ('internal', 'client', 'any')`),
    check("roles_one_holder", sql`${t.holderId} is null or ${t.holderGroupId} is null`),
  ],
);

/** A step of the flow, owed by a role. */
export const actions = pgTable(
  "actions",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    roleId: uuid("role_id").notNull(),
    kind: text("kind", { enum: ["todo", "approval", "acknowledgement"] }).notNull(),
    title: text("title").notNull(),
    instructions: text("instructions"),
    dueOn: date("due_on"),
    position: integer("position").notNull(),
    /** Actions of one stage are open together; a stage opens when all before it are completed. */
    stage: integer("stage").notNull(),
    completedAt: moment("completed_at"),
    completedBy: uuid("completed_by"),
    /** A declined approval stops the flow until somebody asks again. */
    declinedAt: moment("declined_at"),
    declinedBy: uuid("declined_by"),
    declineReason: text("decline_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("actions_position").on(t.orgId, t.workspaceId, t.position),
    index("actions_role").on(t.orgId, t.roleId),
    foreignKey({
      name: "actions_role_of_workspace",
      columns: [t.orgId, t.workspaceId, t.roleId],
      foreignColumns: [roles.orgId, roles.workspaceId, roles.id],
    }),
    check("actions_kind", sql`${t.kind} in ('todo', 'approval', 'acknowledgement')`),
    check("actions_completed", sql`(${t.completedAt} is null) = (${t.completedBy} is null)`),
    check("actions_declined", sql`(${t.declinedAt} is null) = (${t.declinedBy} is null)`),
    check("actions_declined_open", sql`${t.declinedAt} is null or ${t.completedAt} is null`),
  ],
);
