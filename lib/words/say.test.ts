import { expect, test } from "vitest";
import { germanOf, sayIn } from "./say";

test("of several patterns one is taken whose parts can be said too", () => {
  const say = sayIn("de");
  expect(
    say("kim@acme.com: Only admins can invite new internal users. Ask an admin. Nothing was changed."),
  ).toBe(
    "kim@acme.com: Nur Admins können neue interne Benutzer einladen. Fragen Sie einen Admin. Es wurde nichts geändert.",
  );
  expect(say("Kim: owns Acme; hand it over first. Nothing was changed.")).toBe(
    "Kim: ist Inhaber von Acme; übergeben Sie den Workspace zuerst. Es wurde nichts geändert.",
  );
  expect(say("kim@acme.com: nobody said this before. Nothing was changed.")).toBe(
    "kim@acme.com: nobody said this before. Es wurde nichts geändert.",
  );
});

test.each(["Type .", "Sent  ago. You can resend in 2 days."])("a slot holds something: %s", (sentence) => {
  expect(germanOf(sentence)).toBeUndefined();
});

test("a sentence nobody translated is said in English rather than not at all", () => {
  expect(sayIn("de")("Nobody ever says this.")).toBe("Nobody ever says this.");
  expect(sayIn("en")("Nothing was added.")).toBe("Nothing was added.");
});

const de = sayIn("de");

test.each([
  ["Not sent: nobody said this before.", "Nicht gesendet: nobody said this before."],
  [
    "Not sent: messages to this address came back; change it.",
    "Nicht gesendet: Nachrichten an diese Adresse kamen zurück; ändern Sie sie.",
  ],
  ["this role is for internal users", "diese Rolle ist für interne Benutzer"],
])("a sentence within a sentence is said too, and stays where there is no German: %s", (english, german) => {
  expect(de(english)).toBe(german);
});

test("sentences one after the other are said each, with numbers, spans and countries in German", () => {
  expect(
    de("Nothing was changed. You have reached your limit of 1,000 messages an hour. Try again in 3 minutes."),
  ).toBe(
    "Es wurde nichts geändert. Sie haben Ihre Grenze von 1.000 Nachrichten in der Stunde erreicht. Versuchen Sie es in 3 Minuten erneut.",
  );
  expect(
    de("Text messages to Germany are not allowed here; use an email, or ask an admin. Nothing was changed."),
  ).toBe(
    "SMS mit Ziel Deutschland sind hier nicht erlaubt; verwenden Sie eine E-Mail-Adresse oder fragen Sie einen Admin. Es wurde nichts geändert.",
  );
  expect(de("over the limit of 10 text messages a day to Austria; try again in 5 hours")).toBe(
    "die Grenze von 10 SMS am Tag mit Ziel Österreich ist erreicht; versuchen Sie es in 5 Stunden erneut",
  );
  expect(de("Kim: needs a full email address. Nothing was changed.")).toBe(
    "Kim: es fehlt eine vollständige E-Mail-Adresse. Es wurde nichts geändert.",
  );
});

test("of a sentence that has no German nothing is said in German", () => {
  expect(de("Nobody ever says this. Nothing was changed.")).toBe(
    "Nobody ever says this. Nothing was changed.",
  );
});

test("a number, a span or a country is written in German where our sentence has one, and a name never is", () => {
  expect(de("3 hours is a client. Choose an internal user.")).toBe(
    "3 hours ist ein Kunde. Wählen Sie einen internen Benutzer.",
  );
  expect(de("1,000 declined.")).toBe("Abgelehnt: 1,000.");
  expect(de("You can resend in 2 days.")).toBe("In 2 Tagen können Sie erneut senden.");
  expect(de("Choose at most many invitations at once.")).toBe("Choose at most many invitations at once.");
});
