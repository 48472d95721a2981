import type { Channel } from "./address";
import type { Delivery } from "./delivery-words";

/** A person as lists show them. `name` falls back to the address. */
export type Face = { id: string; name: string };

export type TimelineItem = {
  id: string;
  name: string;
  done: number;
  total: number;
  /** An open action, the person's own before others, and who has to do it; `holder` is null while its role is unassigned. */
  next: { title: string; role: string; holder: string | null; isMine: boolean; isDeclined: boolean } | null;
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
  /** Actions of one stage are open together. */
  stage: number;
  /** `next` can be done now; `declined` stops the flow until somebody asks again. */
  state: "done" | "next" | "declined" | "later";
  isMine: boolean;
  completedAt: Date | null;
  completedBy: string | null;
  declinedAt: Date | null;
  declinedBy: string | null;
  declineReason: string | null;
};

export type ActivityItem = {
  id: string;
  at: Date;
  kind: string;
  actor: string | null;
  data: Record<string, unknown>;
};

/** When a workspace was archived, and by whom. */
export type Archived = { at: Date; by: string | null };

export type WorkspaceView = {
  id: string;
  name: string;
  dueOn: string | null;
  completedAt: Date | null;
  archived: Archived | null;
  done: number;
  roles: RoleView[];
  actions: ActionView[];
  activity: ActivityItem[];
  faces: Face[];
  memberCount: number;
  /** How many requests to join wait for an answer; none for who may not give it, or while nobody may. */
  asking: number;
};

/** What the "Not Joined" popover tells. */
export type InvitationSummary = {
  id: string;
  status: "pending" | "accepted" | "declined" | "revoked" | "expired";
  invitedBy: string;
  invitedAt: Date;
  channel: Channel;
  address: string;
  /** Names the links that open it; others once they are replaced. */
  linkKey: string;
  /** Of the latest message; `deliveryError` is the provider's reason in words. */
  delivery: Delivery;
  deliveryError: string | null;
  /** Nothing may be written to its address now. */
  isBlocked: boolean;
  sentAt: Date;
  sends: number;
  /** How many of the messages went to this address, with the latest one if that is still to go. */
  sendsHere: number;
  expiresAt: Date;
  isExpired: boolean;
  /** When "Resend Invitation" is possible again; null means now. */
  resendAt: Date | null;
  /** Whether a reminder is to come, or somebody has stopped them. */
  reminders: "coming" | "stopped" | "none";
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
  /** Here by name; otherwise only through groups. */
  isDirect: boolean;
  /** The groups of the workspace that the person is in. */
  through: Face[];
  /** Place among the people and groups of the page. */
  order: number;
  isDeactivated: boolean;
  /** The newest invitation of somebody who has not joined; only for those who may see it. */
  invitation: InvitationSummary | null;
  /** Why nothing may be written to them; for those only who see invitations. */
  blocked: "opted_out" | "bounced" | "complained" | null;
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
  /** Of somebody who was added to a group: why nothing was sent to them. */
  unsent?: { status: OutcomeStatus; reason: string };
  /** Of a group: what became of each of its people who are not named singly. */
  people?: Outcome[];
};

export type InviteAnswer = {
  outcomes: Outcome[];
  /** Until then "Undo" stops every message of this act; null when nothing was held. */
  heldUntil: Date | null;
};

export type ContactState = "quiet" | "invited" | "bounced" | "joined" | "deactivated";

/** A contact as the Contacts section lists it; `name` falls back to the address. */
export type ContactRow = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  company: string | null;
  isAdmin: boolean;
  state: ContactState;
  workspaces: number;
  addedAt: Date;
};

export type GroupRow = {
  id: string;
  name: string;
  /** Capped: 1001 means "more than 1,000". */
  people: number;
  notJoined: number;
  /** Who has not joined and is deactivated. */
  gone: number;
  managers: string[];
  workspaces: number;
};

export type TabCounts = { clients: number; internal: number; groups: number; teams: number };

/** Everything the contact's page shows except what happened. */
export type ContactView = {
  id: string;
  kind: "internal" | "client";
  isAdmin: boolean;
  /** Empty for somebody who is known by address only. */
  name: string | null;
  email: string | null;
  phone: string | null;
  /** The number as people write it. */
  shownPhone: string | null;
  company: string | null;
  /** What the list is filtered by to find the others of the company. */
  companyKey: string | null;
  title: string | null;
  language: string | null;
  /** Empty: the organization's. */
  timeZone: string | null;
  state: ContactState;
  addedAt: Date;
  invitedAt: Date | null;
  joinedAt: Date | null;
  deactivatedAt: Date | null;
  /** `isVisible`: the one who looks is a member too. */
  workspaces: { id: string; name: string; isJoined: boolean; isVisible: boolean; addedAt: Date }[];
  groups: { id: string; name: string; kind: "team" | "client_group" }[];
  mayEdit: boolean;
  /** Addresses that belong to the person's account: only they change these. */
  lockedAddresses: string[];
};

export type ContactHistory = {
  invitations: {
    id: string;
    /** Null for an invitation to the portal. */
    workspace: string | null;
    invitedBy: string;
    invitedAt: Date;
    address: string;
    status: InvitationSummary["status"];
    isExpired: boolean;
    sends: number;
    expiresAt: Date;
    closedAt: Date | null;
    /** To a workspace that the one who looks is in: theirs to send again. */
    isHere: boolean;
  }[];
  messages: {
    id: string;
    kind: string;
    channel: Channel;
    address: string;
    delivery: Delivery;
    deliveryError: string | null;
    at: Date;
  }[];
  activity: ActivityItem[];
};
