import { timeAround } from "@/components/delivery/way-words";
import type { Clock } from "@/components/ui/moment";
import { type Delivery, stateWords } from "@/lib/domain/delivery-words";
import type { OutboxPage, OutboxRow, PauseView } from "@/lib/domain/outbox";
import type { RoomWords } from "@/lib/words/room";
import type { Say } from "@/lib/words/say";

type Words = RoomWords<"outbox">;

type Tone = "good" | "trouble" | "quiet";

const TROUBLE: Delivery[] = ["bounced", "complained", "failed", "suppressed", "uncertain"];

export function toneOf(delivery: Delivery): Tone {
  if (TROUBLE.includes(delivery)) return "trouble";
  return delivery === "delivered" || delivery === "sent" ? "good" : "quiet";
}

/** The state of a message in a list: a word, and why or until when. */
export function rowWords(
  { delivery, deliveryError, attempts, nextAt }: OutboxRow,
  clock: Clock,
  say: Say,
  t: Words,
): string {
  const word = stateWords[delivery];
  if (delivery === "bounced" || delivery === "failed" || delivery === "delayed")
    return say(deliveryError ? `${word}: ${deliveryError}` : word);
  const isRetry = (delivery === "queued" || delivery === "waiting") && attempts > 0 && nextAt > clock.now;
  return isRetry ? t("table.next", { time: timeAround(nextAt, clock) }) : say(word);
}

const providers = ["resend", "smtp", "twilio", "mailbox"] as const;

function pauseWords({ provider, reason, since, until }: PauseView, clock: Clock, t: Words): string {
  if (reason === "manual") return t("strip.manual", { time: timeAround(since, clock) });
  const known = t(`provider.${providers.find((name) => name === provider) ?? "smtp"}`);
  if (reason !== "rate" && until <= clock.now) return t(`strip.${reason}Tried`, { provider: known });
  return t(`strip.${reason}`, { provider: known, time: timeAround(until, clock) });
}

/** "8", "1,000+": how many messages there are of a sort. */
export const capped = (count: number, t: Words): string =>
  count > 1_000 ? t("many") : t("count", { count });

/** What keeps messages from going, how many wait, and that nothing is lost; null while they go. */
export function stripWords(
  { pauses, counts, untakenSince }: Pick<OutboxPage, "pauses" | "counts" | "untakenSince">,
  clock: Clock,
  t: Words,
): string | null {
  const [first] = pauses;
  const causes = [
    untakenSince && t("strip.untaken", { time: timeAround(untakenSince, clock) }),
    first && pauseWords(first, clock, t),
  ].filter((cause) => cause);
  if (causes.length === 0) return null;
  const { waiting } = counts;
  const wait = waiting > 1_000 ? t("strip.manyWaiting") : t("strip.waiting", { count: waiting });
  return [...causes, wait].join(" ");
}
