import type { Actor, Context, WorkspaceContext, WorkspaceStanding } from "./context";
import { DomainError, notFound } from "./errors";

type Standing = Pick<Actor, "kind" | "isAdmin">;
type Rule = {
  inWorkspace: boolean;
  may: (who: Standing) => boolean;
  refusal: string;
  /** Also in an archived workspace, where everything else is refused. */
  inArchive?: true;
};

const anyone = () => true;
const internal = (who: Standing) => who.kind === "internal";
const admin = (who: Standing) => who.kind === "internal" && who.isAdmin;

/** Why a colleague is not invited; an admin can be asked to. */
export const NEW_INTERNAL = "Only admins can invite new internal users. Ask an admin.";
const ADMINS_ONLY = "Only admins can do this. Ask an admin.";
const INTERNAL_ONLY = "Only internal users can do this. Ask the person who invited you.";

/** Every operation of the product, who may do it, and the sentence for those who may not. */
const rules = {
  "timeline:view": { inWorkspace: false, may: anyone, refusal: INTERNAL_ONLY },
  "account:view": { inWorkspace: false, may: anyone, refusal: INTERNAL_ONLY },
  "account:edit": { inWorkspace: false, may: anyone, refusal: INTERNAL_ONLY },
  "workspace:create": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "workspace:view": { inWorkspace: true, may: anyone, refusal: INTERNAL_ONLY, inArchive: true },
  "workspace:settings": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY, inArchive: true },
  "workspace:edit": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "workspace:hand-over": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "workspace:archive": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY, inArchive: true },
  "actions:complete": { inWorkspace: true, may: anyone, refusal: INTERNAL_ONLY },
  "actions:decline": { inWorkspace: true, may: anyone, refusal: INTERNAL_ONLY },
  "actions:reopen": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "flow:edit": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "people:search": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY, inArchive: true },
  "members:invite": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "members:invite-internal": {
    inWorkspace: true,
    may: admin,
    refusal: NEW_INTERNAL,
  },
  "members:request-internal": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "members:add-self": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "members:remove": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "acts:undo": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "roles:assign": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "invitations:view": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY, inArchive: true },
  "invitations:resend": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "invitations:copy-link": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "invitations:replace-link": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "invitations:change-address": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "invitations:cancel": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "invitations:list": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "invitations:resend-many": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "invitations:cancel-many": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "invitations:export": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "links:view": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY, inArchive: true },
  "links:manage": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "links:let-in-internal": {
    inWorkspace: true,
    may: admin,
    refusal: "Only admins can let internal users in by a link. Ask an admin.",
  },
  "organization-link:manage": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "requests:view": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY, inArchive: true },
  "requests:decide": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "requests:decide-internal": {
    inWorkspace: true,
    may: admin,
    refusal: "Only admins can let in new internal users. Ask an admin.",
  },
  "requests:decide-organization": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "contacts:view": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "contacts:create": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "contacts:create-internal": { inWorkspace: false, may: admin, refusal: NEW_INTERNAL },
  "contacts:edit": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "contacts:edit-internal": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "contacts:invite": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "contacts:export": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "contacts:deactivate": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "contacts:merge": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "groups:view": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "groups:create": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "groups:create-team": {
    inWorkspace: false,
    may: admin,
    refusal: "Only admins can create internal teams. Ask an admin.",
  },
  "groups:edit-people": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "groups:edit": { inWorkspace: false, may: admin, refusal: "Only admins can change a group. Ask an admin." },
  "groups:delete": {
    inWorkspace: false,
    may: admin,
    refusal: "Only admins can delete a group. Ask an admin.",
  },
  "settings:edit": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "notices:choose": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "reminders:view": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY, inArchive: true },
  "reminders:set": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "reminders:stop": { inWorkspace: true, may: internal, refusal: INTERNAL_ONLY },
  "reminders:stop-many": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "delivery:view": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "delivery:manage": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "templates:view": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "templates:create": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "templates:edit": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "templates:use": { inWorkspace: false, may: internal, refusal: INTERNAL_ONLY },
  "outbox:view": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "outbox:send-again": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
  "outbox:pause": { inWorkspace: false, may: admin, refusal: ADMINS_ONLY },
} as const satisfies Record<string, Rule>;

export type Operation = keyof typeof rules;
type WorkspaceOperation = {
  [K in Operation]: (typeof rules)[K]["inWorkspace"] extends true ? K : never;
}[Operation];
type OrganizationOperation = Exclude<Operation, WorkspaceOperation>;

export const operations = Object.keys(rules) as Operation[];

/** Whether it is about one workspace; otherwise about the organization as a whole. */
export const isInWorkspace = (operation: Operation): boolean => rules[operation].inWorkspace;

/** Refuses what is no longer done in an archived workspace. */
export const archived = () => new DomainError("conflict", "This workspace is archived. Nothing was changed.");

/**
 * The one decision: refused, and why, or undefined. A workspace one is no member of does not exist; an archived one
 * can only be read and restored.
 */
export function refusal(
  operation: Operation,
  who: Standing,
  workspace?: WorkspaceStanding,
): DomainError | undefined {
  const rule: Rule = rules[operation];
  if (rule.inWorkspace && !workspace?.isMember) return notFound();
  if (!rule.may(who)) return new DomainError("forbidden", rule.refusal);
  return workspace?.isArchived && rule.inWorkspace && !rule.inArchive ? archived() : undefined;
}

/** For screens: whether to offer the operation. */
export const can = (operation: Operation, who: Standing, workspace?: WorkspaceStanding): boolean =>
  refusal(operation, who, workspace) === undefined;

/**
 * First line of every domain function. Throws `not_found` to people outside the workspace and
 * `forbidden`, with the reason in words, to those inside who may not.
 */
export function authorize(ctx: WorkspaceContext, operation: WorkspaceOperation): void;
export function authorize(ctx: Context, operation: OrganizationOperation): void;
export function authorize(ctx: Context | WorkspaceContext, operation: Operation): void {
  const refused = refusal(operation, ctx.actor, "workspace" in ctx ? ctx.workspace : undefined);
  if (refused) throw refused;
}

/** Whoever opens the link of a new internal user first becomes one: only who may invite them gets it. */
export const mayCopyLink = (who: Standing, workspace: WorkspaceStanding, kind: Actor["kind"]): boolean =>
  can("invitations:copy-link", who, workspace) &&
  (kind !== "internal" || can("members:invite-internal", who, workspace));

/** The workspace's owner and admins. */
export const mayManage = (ctx: Context & { workspace: Pick<WorkspaceStanding, "isOwner"> }): boolean =>
  ctx.actor.isAdmin || ctx.workspace.isOwner;

/** What one opened or added oneself anybody internal; what others did the workspace's owner and admins. */
export const mayCancel = (
  ctx: Context & { workspace: Pick<WorkspaceStanding, "isOwner"> },
  openedBy: string,
): boolean => mayManage(ctx) || openedBy === ctx.actor.contactId;
