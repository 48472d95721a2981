import { expect, test } from "vitest";
import { sayIn } from "./say";

const say = sayIn("de");

test("what keeps contacts from being changed is said in whole German sentences", () => {
  expect(say("owns Acme, Beta and 3 more; hand them over first")).toBe(
    "ist Inhaber von Acme, Beta und 3 weiteren; übergeben Sie die Workspaces zuerst",
  );
  expect(say("Ada is an internal user and Kim is a client. Only two of a kind can be merged.")).toBe(
    "Ada ist interner Benutzer und Kim ist Kunde. Nur zwei gleicher Art lassen sich zusammenführen.",
  );
  expect(say("kim@acme.com: needs a phone number. Nothing was added.")).toBe(
    "kim@acme.com: hier gehört eine Telefonnummer hin. Es wurde nichts hinzugefügt.",
  );
  expect(
    say(
      "a@b.example belongs to the account of this person, who signs in with it. It cannot be changed here.",
    ),
  ).toBe(
    "a@b.example gehört zum Konto dieser Person und dient zur Anmeldung. Hier lässt sich das nicht ändern.",
  );
});

test("what keeps a group from being changed is said in whole German sentences", () => {
  expect(say("There is an internal team called Finance already.")).toBe(
    "Es gibt bereits ein internes Team namens Finance.",
  );
  expect(say("A group holds at most 10,000 people; this would make 10,001. Nobody was added.")).toBe(
    "Eine Gruppe fasst höchstens 10.000 Personen; damit wären es 10.001. Es wurde niemand hinzugefügt.",
  );
});
