import type { Channel } from "./address";
import type { Delivery } from "./delivery-words";

/** Names the links of an invitation that open it: other ones once they are replaced. */
export const linkKey = ({ id, generation }: { id: string; generation: number }): string =>
  `${id}.${generation}`;

/** How far an invitation has come, as lists say it. */
export type InvitationState = "pending" | "accepted" | "declined" | "cancelled" | "expired";

/** What became of the latest message, in four kinds that a list can be narrowed to. */
export type DeliveryGroup = "waiting" | "sent" | "delivered" | "problem";

/** Where it leads: a workspace, one that is none of the viewer's business, or (portal) the organization itself. */
export type InvitationPlace =
  | { kind: "workspace"; id: string; name: string }
  | { kind: "unseen" }
  | { kind: "portal" };

/** One invitation as the list of all shows it. */
export type ListedInvitation = {
  id: string;
  contactId: string;
  name: string;
  address: string;
  channel: Channel;
  place: InvitationPlace;
  role: string | null;
  invitedBy: string;
  invitedAt: Date;
  sentAt: Date;
  /** How many messages have been written for it; none when another one told of it. */
  sends: number;
  expiresAt: Date;
  /** Somebody has stopped its reminders. */
  hasStoppedReminders: boolean;
  state: InvitationState;
  delivery: Delivery;
  deliveryError: string | null;
  mayCancel: boolean;
  /** Only admins give internal users another address. */
  mayChange: boolean;
};
