import { type Clock, dayHeading, momentWords, shortDay, timeOfDay } from "@/components/ui/moment";
import type { WayView } from "@/lib/domain/delivery-health";

const NAMES: Record<string, string> = {
  resend: "Resend",
  smtp: "Mail server (SMTP)",
  twilio: "Twilio",
  mailbox: "Local mailbox",
};

export const wayName = (name: string): string => NAMES[name] ?? name;

const kindNames = { email: "email", sms: "text messages" };

/** "Email and text messages". */
export function handlesWords(handles: WayView["handles"]): string {
  const words = handles.map((kind) => kindNames[kind]).join(" and ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const reasons = { quota: "quota used up", settings: "it rejects the settings" };

/** "14:05", "Nov 29, 14:05": a time to come. */
const timeAhead = (at: Date, clock: Clock): string =>
  dayHeading(at, clock) === "Today"
    ? timeOfDay(at, clock)
    : `${shortDay(at, clock)}, ${timeOfDay(at, clock)}`;

/** How a way out fares, in one sentence. */
export function fareWords({ stop, until, since, acceptedAt }: WayView, clock: Clock): string {
  const next = until && until > clock.now ? timeAhead(until, clock) : null;
  if (stop === "outage") {
    const begun = since ? `, first ${momentWords(since, clock)}` : "";
    return next
      ? `No answer${begun}. The next try is at ${next}.`
      : `No answer${begun}. It is tried again now.`;
  }
  if (stop === "manual") return "Paused until an admin lets sending continue in the outbox.";
  if (stop)
    return next
      ? `Paused until ${next}: ${reasons[stop]}.`
      : `Paused until the next message is tried: ${reasons[stop]}.`;
  return acceptedAt
    ? `Took its last message ${momentWords(acceptedAt, clock)}.`
    : "Has taken no message yet.";
}

export function waitingWords(waiting: number): string | null {
  if (waiting === 0) return null;
  if (waiting === 1) return "1 message waits for it";
  return waiting > 1000 ? "More than 1,000 messages wait for it" : `${waiting} messages wait for it`;
}
