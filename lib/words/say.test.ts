import { expect, test } from "vitest";
import { sayIn } from "./say";

test("of several patterns one is taken whose parts can be said too", () => {
  const say = sayIn("de");
  expect(
    say("kim@acme.com: Only admins can invite new internal users. Ask an admin. Nothing was changed."),
  ).toBe(
    "kim@acme.com: Nur Admins können neue interne Benutzer einladen. Fragen Sie einen Admin. Es wurde nichts geändert.",
  );
  expect(say("kim@acme.com: nobody said this before. Nothing was changed.")).toBe(
    "kim@acme.com: nobody said this before. Es wurde nichts geändert.",
  );
});

test("a sentence nobody translated is said in English rather than not at all", () => {
  expect(sayIn("de")("Nobody ever says this.")).toBe("Nobody ever says this.");
  expect(sayIn("en")("Nothing was added.")).toBe("Nothing was added.");
});
