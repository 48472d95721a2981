import { useLocale, useTranslations } from "next-intl";
import { bdi } from "@/components/ui/bdi";
import { type Clock, Moment, shortDay } from "@/components/ui/moment";
import { deliveryText, isDead, messageName } from "@/lib/domain/delivery-words";
import type { ContactHistory as History } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";
import { sayIn } from "@/lib/words/say";

type Invitation = History["invitations"][number];

function endWords(one: Invitation, clock: Clock, t: RoomWords<"contacts">): string {
  const { status, isExpired, closedAt, expiresAt } = one;
  if (isExpired) return t("history.expired", { day: shortDay(expiresAt, clock) });
  const day = shortDay(closedAt ?? expiresAt, clock);
  return t(`history.${status === "pending" ? "open" : status}`, { day });
}

/** Every invitation somebody got, newest first, and what became of it. */
export function InvitationHistory({ list, clock }: { list: History["invitations"]; clock: Clock }) {
  const t = useTranslations("contacts");
  if (list.length === 0) return <p className="text-fg-2">{t("history.neverInvited")}</p>;
  return (
    <ul className="contact-list">
      {list.map((one) => (
        <li key={one.id}>
          <span>
            <bdi className="font-medium">{one.workspace ?? t("history.portal")}</bdi>
            <span className="contact-facts">
              {t.rich(one.sends > 1 ? "history.invitedTimes" : "history.invited", {
                day: shortDay(one.invitedAt, clock),
                by: one.invitedBy,
                address: one.address,
                count: one.sends,
                b: bdi,
              })}
            </span>
          </span>
          <span className="contact-end">{endWords(one, clock, t)}</span>
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
  const t = useTranslations("contacts");
  const say = sayIn(useLocale());
  if (list.length === 0) return <p className="text-fg-2">{t("history.nothingSent")}</p>;
  return (
    <ul className="contact-list">
      {list.map((one) => (
        <li key={one.id}>
          <span>
            <span className="font-medium">{say(messageName(one.kind))}</span>
            <span className="contact-facts">
              {t.rich(`history.${one.channel}`, {
                address: one.address,
                delivery: say(deliveryText(one)),
                b: bdi,
              })}
            </span>
            {isDead(one.delivery) && changeable.includes(one.address) && (
              <a href="#contact-details" className="link text-13">
                {t("history.change")}
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
