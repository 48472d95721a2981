import { expect, test } from "vitest";
import {
  type Delivery,
  deliveryText,
  messageName,
  repeatedWords,
  stateWords,
} from "@/lib/domain/delivery-words";
import { codeTroubleWords, type Stop, troubleWords } from "@/lib/domain/trouble-words";
import { sayIn } from "./say";

const say = sayIn("de");
const kinds = ["email", "sms"] as const;
const stops: Stop[] = ["outage", "quota", "settings", "manual", "unset"];
const states = Object.keys(stateWords) as Delivery[];

/** Words that German sentences do not have. */
const ENGLISH = /\b(the|this|it|messages?|waits?|mail service|not|sent)\b/i;

const troubles = kinds.flatMap((kind) =>
  stops.flatMap((stop) => [
    codeTroubleWords(kind, stop),
    ...[0, 1, 12, 1_001].map((count) => troubleWords(kind, stop, count)),
  ]),
);

const told = kinds.flatMap((channel) =>
  states.flatMap((delivery) =>
    [null, "opted_out", "bounced tried", "marked as spam"].map((deliveryError) =>
      deliveryText({ channel, delivery, deliveryError }, "link not used"),
    ),
  ),
);

test.each([...new Set([...troubles, ...told, ...Object.values(stateWords)])])("%s", (sentence) => {
  expect(say(sentence)).not.toBe(sentence);
  expect(say(sentence)).not.toMatch(ENGLISH);
});

test("what keeps messages, and what they wait for, is told in one breath", () => {
  expect(say(troubleWords("email", "outage", 12))).toBe(
    "Der Maildienst antwortet nicht. 12 Nachrichten warten und gehen von selbst hinaus. Nichts geht verloren.",
  );
  expect(say(troubleWords("sms", "settings", 1))).toBe(
    "Der SMS-Dienst lehnt die Einstellungen ab. 1 Nachricht wartet, bis ein Admin die Einstellungen berichtigt. Nichts geht verloren.",
  );
  expect(say(messageName("people_joined"))).toBe("Mehrere sind beigetreten");
});

test("how often an address turned messages away is told with the reason", () => {
  const deliveryError = repeatedWords("mailbox is full", 3);
  expect(say(deliveryText({ channel: "email", delivery: "bounced", deliveryError }))).toBe(
    "Zurückgekommen: Postfach ist voll; bisher 3-mal",
  );
});

test("a service's own words stay as they are", () => {
  expect(say("Failed: 550 no such user")).toBe("Fehlgeschlagen: 550 no such user");
});
