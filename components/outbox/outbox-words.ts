import { type Clock, timeOfDay } from "@/components/ui/moment";
import { type Delivery, stateWords } from "@/lib/domain/delivery-words";
import type { OutboxPage, OutboxRow, PauseView } from "@/lib/domain/outbox";

export type Tone = "good" | "trouble" | "quiet";

const TROUBLE: Delivery[] = ["bounced", "complained", "failed", "suppressed", "uncertain"];

export function toneOf(delivery: Delivery): Tone {
  if (TROUBLE.includes(delivery)) return "trouble";
  return delivery === "delivered" || delivery === "sent" ? "good" : "quiet";
}

/** The state of a message in a list: a word, and why or until when. */
export function rowWords({ delivery, deliveryError, attempts, nextAt }: OutboxRow, clock: Clock): string {
  const word = stateWords[delivery];
  if (delivery === "bounced" || delivery === "failed" || delivery === "delayed")
    return deliveryError ? `${word}: ${deliveryError}` : word;
  const isRetry = (delivery === "queued" || delivery === "waiting") && attempts > 0 && nextAt > clock.now;
  return isRetry ? `${word}, next ${timeOfDay(nextAt, clock)}` : word;
}

const providers: Record<string, string> = {
  resend: "Resend",
  smtp: "The mail server",
  twilio: "Twilio",
  mailbox: "The local mailbox",
};

function pauseWords({ provider, reason, since, until }: PauseView, clock: Clock): string {
  if (reason === "manual")
    return `Sending is paused since ${timeOfDay(since, clock)}; only sign-in codes go out.`;
  const name = providers[provider] ?? "The mail server";
  const time = timeOfDay(until, clock);
  if (reason === "settings") return `${name} rejects the settings; it is tried again at ${time}.`;
  if (reason === "outage") return `${name} does not answer; it is tried again at ${time}.`;
  if (reason === "quota") return `${name} has used up its quota; it is tried again at ${time}.`;
  return `${name} asks to wait until ${time}.`;
}

export const capped = (count: number): string => (count > 1_000 ? "1,000+" : count.toLocaleString("en"));

/** What keeps messages from going, how many wait, and that nothing is lost; null while they go. */
export function stripWords(
  { pauses, counts }: Pick<OutboxPage, "pauses" | "counts">,
  clock: Clock,
): string | null {
  const [first] = pauses;
  if (!first) return null;
  const { waiting } = counts;
  const wait = waiting === 1 ? "1 message waits." : `${capped(waiting)} messages wait.`;
  return `${pauseWords(first, clock)} ${wait} Nothing is lost.`;
}
