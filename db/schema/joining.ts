import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, orgId } from "./columns";
import { contacts } from "./contacts";
import { roles } from "./flow";
import { organizations } from "./organizations";
import { workspaces } from "./workspaces";

/**
 * A Workspace Link: whoever proves an address may ask to join, or joins. Without a workspace it is
 * the organization's invite link for internal users. Its secret is derived from id and generation.
 */
export const workspaceLinks = pgTable(
  "workspace_links",
  {
    orgId: orgId().references(() => organizations.id),
    id: uuid("id").notNull(),
    workspaceId: uuid("workspace_id"),
    mode: text("mode", { enum: ["request", "join"] })
      .notNull()
      .default("request"),
    audience: text("audience", { enum: ["client", "internal"] })
      .notNull()
      .default("client"),
    roleId: uuid("role_id"),
    /** Raised by "Refresh Link": links of older generations are dead. */
    generation: integer("generation").notNull().default(1),
    /** A-labels; "*." before one stands for its subdomains. Empty: any address. */
    domains: text("domains").array().notNull().default(sql`'{}'`),
    maxUses: integer("max_uses"),
    uses: integer("uses").notNull().default(0),
    expiresAt: moment("expires_at").notNull(),
    pausedAt: moment("paused_at"),
    createdBy: uuid("created_by").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("workspace_links_workspace").on(t.orgId, t.workspaceId, t.createdAt),
    foreignKey({
      columns: [t.orgId, t.workspaceId],
      foreignColumns: [workspaces.orgId, workspaces.id],
    }),
    foreignKey({
      name: "workspace_links_role",
      columns: [t.orgId, t.workspaceId, t.roleId],
      foreignColumns: [roles.orgId, roles.workspaceId, roles.id],
    }),
    foreignKey({ columns: [t.orgId, t.createdBy], foreignColumns: [contacts.orgId, contacts.id] }),
    check("workspace_links_mode", sql`${t.mode} in ('request', 'join')`),
    check("workspace_links_audience", sql`${t.audience} in ('client', 'internal')`),
    check("workspace_links_uses", sql`${t.uses} between 0 and coalesce(${t.maxUses}, ${t.uses})`),
    check(
      "workspace_links_internal",
      sql`${t.audience} = 'client' or ${t.mode} = 'request' or cardinality(${t.domains}) > 0`,
    ),
    check(
      "workspace_links_organization",
      sql`${t.workspaceId} is not null or (${t.audience} = 'internal' and ${t.roleId} is null)`,
    ),
  ],
);

/** One use of a link by one proven address: a request that waits for an answer, or a join. */
export const joinRequests = pgTable(
  "join_requests",
  {
    orgId: orgId().references(() => organizations.id),
    id: uuid("id").notNull(),
    /** Empty where the link was the organization's. */
    workspaceId: uuid("workspace_id"),
    linkId: uuid("link_id").notNull(),
    address: text("address").notNull(),
    kind: text("kind", { enum: ["email", "phone"] }).notNull(),
    name: text("name"),
    /** What the requester read when they asked. */
    language: text("language"),
    /** As what, and in which role, the link let people in when they asked: what approving grants. */
    audience: text("audience", { enum: ["client", "internal"] })
      .notNull()
      .default("client"),
    roleId: uuid("role_id"),
    status: text("status", {
      enum: ["pending", "approved", "declined", "withdrawn", "expired", "joined"],
    }).notNull(),
    /** Who it turned out to be: known before, or made by joining. */
    contactId: uuid("contact_id"),
    /** Said to the requester when declining. */
    reason: text("reason"),
    decidedBy: uuid("decided_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    closedAt: moment("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("join_requests_open")
      .on(t.orgId, t.workspaceId, t.address)
      .where(sql`status = 'pending' and workspace_id is not null`),
    uniqueIndex("join_requests_open_organization")
      .on(t.orgId, t.address)
      .where(sql`status = 'pending' and workspace_id is null`),
    index("join_requests_link").on(t.orgId, t.linkId, t.createdAt),
    index("join_requests_address").on(t.address, t.createdAt),
    index("join_requests_contact").on(t.orgId, t.contactId).where(sql`contact_id is not null`),
    foreignKey({ columns: [t.orgId, t.linkId], foreignColumns: [workspaceLinks.orgId, workspaceLinks.id] }),
    foreignKey({
      columns: [t.orgId, t.workspaceId],
      foreignColumns: [workspaces.orgId, workspaces.id],
    }),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contacts.orgId, contacts.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [contacts.orgId, contacts.id] }),
    check("join_requests_audience", sql`${t.audience} in ('client', 'internal')`),
    check("join_requests_kind", sql`${t.kind} in ('email', 'phone')`),
    check(
      "join_requests_status",
      sql`${t.status} in ('pending', 'approved', 'declined', 'withdrawn', 'expired', 'joined')`,
    ),
    check("join_requests_closed", sql`(${t.status} = 'pending') = (${t.closedAt} is null)`),
  ],
);
