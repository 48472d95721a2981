import { deliveryText } from "@/components/invitations/delivery-words";
import { type Clock, Moment, shortDay } from "@/components/ui/moment";
import type { ContactHistory as History } from "@/lib/domain/views";

const kindWords: Record<string, string> = {
  invitation: "Invitation",
  invitation_reminder: "Reminder of an invitation",
  invitations_expiring: "Invitations expire soon",
  person_joined: "Somebody joined",
  people_joined: "People joined",
  workspace_added: "Added to a workspace",
  link_requested: "A new link was asked for",
  invitation_declined: "An invitation was declined",
  other_account_asked: "Another account was asked for",
  internal_requested: "An internal user was asked for",
  request_received: "Somebody asked to join",
  request_approved: "A request to join was approved",
  request_declined: "A request to join was declined",
  action_ready: "Their turn in a workspace",
  action_declined: "An approval was declined",
};

type Invitation = History["invitations"][number];

function endWords({ status, isExpired, closedAt, expiresAt }: Invitation, clock: Clock): string {
  const day = shortDay(closedAt ?? expiresAt, clock);
  if (isExpired) return `Expired ${shortDay(expiresAt, clock)}`;
  if (status === "pending") return `Open until ${day}`;
  const words = { accepted: "Accepted", declined: "Declined", revoked: "Cancelled", expired: "Expired" };
  return `${words[status]} ${day}`;
}

/** Every invitation somebody got, newest first, and what became of it. */
export function InvitationHistory({ list, clock }: { list: History["invitations"]; clock: Clock }) {
  if (list.length === 0) return <p className="text-fg-2">Never invited.</p>;
  return (
    <ul className="contact-list">
      {list.map((one) => (
        <li key={one.id}>
          <span>
            <bdi className="font-medium">{one.workspace ?? "Portal"}</bdi>
            <span className="contact-facts">
              Invited {shortDay(one.invitedAt, clock)} by <bdi>{one.invitedBy}</bdi> · to{" "}
              <bdi>{one.address}</bdi>
              {one.sends > 1 && ` · sent ${one.sends} times`}
            </span>
          </span>
          <span className="contact-end">{endWords(one, clock)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The messages that were sent to somebody, newest first, and whether they arrived. */
export function MessageHistory({ list, clock }: { list: History["messages"]; clock: Clock }) {
  if (list.length === 0) return <p className="text-fg-2">Nothing has been sent.</p>;
  return (
    <ul className="contact-list">
      {list.map((one) => (
        <li key={one.id}>
          <span>
            <span className="font-medium">{kindWords[one.kind] ?? "Message"}</span>
            <span className="contact-facts">
              {one.channel === "sms" ? "Text message" : "Email"} to <bdi>{one.address}</bdi> ·{" "}
              {deliveryText(one)}
            </span>
          </span>
          <span className="contact-end">
            <Moment at={one.at} clock={clock} />
          </span>
        </li>
      ))}
    </ul>
  );
}
