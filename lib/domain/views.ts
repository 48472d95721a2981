import type { Channel } from "./address";

/** A person as lists show them. `name` falls back to the address. */
export type Face = { id: string; name: string };

export type TimelineItem = {
  id: string;
  name: string;
  done: number;
  total: number;
  /** The first open action, and who has to do it; `holder` is null while its role is unassigned. */
  next: { title: string; role: string; holder: string | null; isMine: boolean } | null;
  faces: Face[];
  memberCount: number;
  notJoined: number;
  /** Added and never opened: shown as "New". */
  isNew: boolean;
  isUnread: boolean;
  activeAt: Date;
  completedAt: Date | null;
};

export type RoleView = {
  id: string;
  name: string;
  audience: "internal" | "client" | "any";
  holder: (Face & { isJoined: boolean }) | null;
  openActions: string[];
};

export type ActionView = {
  id: string;
  kind: "todo" | "approval" | "acknowledgement";
  title: string;
  instructions: string | null;
  /** A calendar day, "2026-11-25". */
  dueOn: string | null;
  role: { id: string; name: string };
  holder: string | null;
  /** `next` is the one lit action: the first that is not done. */
  state: "done" | "next" | "later";
  isMine: boolean;
  completedAt: Date | null;
  completedBy: string | null;
};

export type ActivityItem = {
  id: string;
  at: Date;
  kind: string;
  actor: string | null;
  data: Record<string, unknown>;
};

export type WorkspaceView = {
  id: string;
  name: string;
  dueOn: string | null;
  completedAt: Date | null;
  done: number;
  roles: RoleView[];
  actions: ActionView[];
  activity: ActivityItem[];
  faces: Face[];
  memberCount: number;
};

export type Delivery =
  | "held"
  | "queued"
  | "sent"
  | "delivered"
  | "bounced"
  | "complained"
  | "failed"
  | "suppressed"
  | "cancelled"
  | "uncertain";

/** What the "Not Joined" popover tells. */
export type InvitationSummary = {
  id: string;
  status: "pending" | "accepted" | "declined" | "revoked" | "expired";
  invitedBy: string;
  invitedAt: Date;
  channel: Channel;
  address: string;
  /** Of the latest message; `deliveryError` is the provider's reason in words. */
  delivery: Delivery;
  deliveryError: string | null;
  sentAt: Date;
  sends: number;
  openedAt: Date | null;
  expiresAt: Date;
  isExpired: boolean;
  /** When "Resend Invitation" is possible again; null means now. */
  resendAt: Date | null;
  mayCancel: boolean;
};

export type MemberRow = {
  contactId: string;
  name: string;
  /** E-mail or phone, as people write it; empty for clients who look at others. */
  address: string;
  kind: "internal" | "client";
  company: string | null;
  roles: string[];
  isOwner: boolean;
  isMe: boolean;
  isJoined: boolean;
  /** The newest invitation of somebody who has not joined; only for those who may see it. */
  invitation: InvitationSummary | null;
};

export type MembersPage = {
  internal: MemberRow[];
  clients: MemberRow[];
  /** Members altogether, capped: 1001 means "more than 1,000". */
  total: number;
  notJoined: number;
  /** Cursor of the next page, or null at the end. */
  next: string | null;
};

/** What became of one recipient. */
export type OutcomeStatus =
  | "invited"
  | "added"
  | "already_member"
  | "already_invited"
  | "invalid"
  | "not_allowed"
  | "over_limit";

export type Outcome = {
  /** As it was given, so that what failed can stay in the field. */
  input: string;
  name: string;
  status: OutcomeStatus;
  /** Why not, in words, for everything but `invited` and `added`. */
  reason: string | null;
  /** For `already_invited`: what a resend would be about. */
  invitationId: string | null;
  /** Of a group: what became of each of its people who are not named singly. */
  people?: Outcome[];
};

export type InviteAnswer = {
  outcomes: Outcome[];
  /** Until then "Undo" stops every message of this act; null when nothing was held. */
  heldUntil: Date | null;
};
