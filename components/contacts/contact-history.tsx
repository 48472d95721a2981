import { type Clock, Moment, shortDay } from "@/components/ui/moment";
import { deliveryText, isDead, messageName } from "@/lib/domain/delivery-words";
import type { ContactHistory as History } from "@/lib/domain/views";

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

type MessagesProps = {
  list: History["messages"];
  clock: Clock;
  /** The addresses that somebody has now and the reader may change. */
  changeable: (string | null)[];
};

/** The messages that were sent to somebody, newest first, and whether they arrived. */
export function MessageHistory({ list, clock, changeable }: MessagesProps) {
  if (list.length === 0) return <p className="text-fg-2">Nothing has been sent.</p>;
  return (
    <ul className="contact-list">
      {list.map((one) => (
        <li key={one.id}>
          <span>
            <span className="font-medium">{messageName(one.kind)}</span>
            <span className="contact-facts">
              {one.channel === "sms" ? "Text message" : "Email"} to <bdi>{one.address}</bdi> ·{" "}
              {deliveryText(one)}
            </span>
            {isDead(one.delivery) && changeable.includes(one.address) && (
              <a href="#contact-details" className="link text-13">
                Change email or phone
              </a>
            )}
          </span>
          <span className="contact-end">
            <Moment at={one.at} clock={clock} />
          </span>
        </li>
      ))}
    </ul>
  );
}
