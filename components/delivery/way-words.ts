import { type Clock, dayHeading, momentWords, shortDay, timeOfDay } from "@/components/ui/moment";
import type { WayView } from "@/lib/domain/delivery-health";
import { MOST_COUNTED } from "@/lib/domain/words";
import type { RoomWords } from "@/lib/words/room";

type T = RoomWords<"delivery">;

/** "Resend", "Local mailbox". */
export const wayName = (name: string, t: T): string =>
  name === "smtp" || name === "mailbox"
    ? t(`channels.${name}`)
    : name.charAt(0).toUpperCase() + name.slice(1);

/** "Email and text messages". */
export const handlesWords = ([first = "email", second]: WayView["handles"], t: T): string =>
  t(`channels.${second ? "both" : first}`);

/** "14:05"; of another day than today "Nov 29, 14:05". */
export const timeAround = (at: Date, clock: Clock): string =>
  dayHeading(at, clock) === dayHeading(clock.now, clock)
    ? timeOfDay(at, clock)
    : `${shortDay(at, clock)}, ${timeOfDay(at, clock)}`;

/** How a way out fares, in one sentence. */
export function fareWords(
  { stop, until, since, acceptedAt }: WayView,
  clock: Clock,
  t: T,
  ui: RoomWords<"ui">,
): string {
  const next = until && until > clock.now ? timeAround(until, clock) : null;
  if (stop === "outage" && since) {
    const when = momentWords(since, clock, ui);
    return next ? t("fare.outageSince", { when, next }) : t("fare.outageSinceTried", { when });
  }
  if (stop === "outage") return next ? t("fare.outage", { next }) : t("fare.outageTried");
  if (stop === "manual") return t("fare.manual");
  if (stop) return next ? t(`fare.${stop}`, { until: next }) : t(`fare.${stop}Tried`);
  return acceptedAt ? t("fare.took", { when: momentWords(acceptedAt, clock, ui) }) : t("fare.tookNone");
}

/** "12 messages wait for it"; nothing where none does. */
export function waitingWords(count: number, t: T): string | null {
  if (count === 0) return null;
  return count > MOST_COUNTED
    ? t("channels.waitingMany", { count: MOST_COUNTED })
    : t("channels.waiting", { count });
}
