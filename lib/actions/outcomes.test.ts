import { afterAll, expect, test, vi } from "vitest";
import type { Context } from "@/lib/domain/context";
import type { Outcome } from "@/lib/domain/views";
import { wordsOf } from "@/tests/words";

vi.mock("next-intl/server", () => ({
  getTranslations: async (of: { locale: "en" | "de"; namespace: "invite" | "ui" }) =>
    wordsOf(of.namespace, of.locale),
}));

// Another file may have read the real module before, and will want it afterwards.
vi.resetModules();
afterAll(() => vi.resetModules());
const { inviteInWords, manyInWords, recognisedInWords, resendInWords } = await import("./outcomes");

const reader = (language: "en" | "de") => ({ language }) as Context;
const outcome: Outcome = {
  input: "1",
  name: "clients",
  status: "not_allowed",
  reason: "asked not to be invited again",
  invitationId: null,
};

test("reasons are told in the reader's language, of people and of those in groups; names stay as they are", async () => {
  const act = inviteInWords(async () => ({
    outcomes: [
      { ...outcome, people: [outcome], unsent: { status: outcome.status, reason: String(outcome.reason) } },
      { ...outcome, name: "This group" },
    ],
    heldUntil: null,
  }));
  const reason = "möchte nicht mehr eingeladen werden";
  expect((await act(reader("de"), {})).outcomes).toMatchObject([
    { name: "clients", reason, people: [{ name: "clients", reason }], unsent: { reason } },
    { name: "Diese Gruppe", reason },
  ]);
  expect((await act(reader("en"), {})).outcomes[0]).toMatchObject({ reason: outcome.reason });
});

const named = (...names: string[]) => names.map((name, at) => ({ id: String(at), name }));

test("who was skipped, and what a text lacks, is told so too", async () => {
  const skipped = ["Kim", "Lee", "Mo"].map((name) => ({ name, reason: "They declined already." }));
  const jo = { name: "Jo", reason: "Not sent: asked not to be invited again." };
  const act = resendInWords(async () => ({ sent: 1, skipped: [...skipped, jo] }));
  expect(await act(reader("de"), {})).toEqual({
    sent: 1,
    skipped: {
      count: 4,
      reasons: [
        { who: "3 Personen", reason: "Bereits abgelehnt.", people: named("Kim", "Lee", "Mo") },
        {
          who: "Jo",
          reason: "Nicht gesendet: möchte nicht mehr eingeladen werden.",
          people: [{ id: "3", name: "Jo" }],
        },
      ],
    },
    said: "1 gesendet, 4 übersprungen.",
    show: "4 Übersprungene anzeigen",
  });
  const wrong = { text: "jo@acme", is: "invalid" as const, reason: "needs a full email address" };
  expect(recognisedInWords(reader("de"))(wrong)).toMatchObject({
    reason: "es fehlt eine vollständige E-Mail-Adresse",
  });
});

test("of many invitations, why some were left as they are, and which act it was", async () => {
  const one = { invitation: "1", name: "Kim", reason: "They have joined already." };
  const act = manyInWords(async () => ({ done: 3, notDone: [one] }));
  expect(await act(reader("de"), { command: "the act" })).toEqual({
    command: "the act",
    done: 3,
    notDone: { count: 1, reasons: [{ who: "Kim", reason: "Bereits beigetreten.", people: named("Kim") }] },
  });
});

test("a reason that only admins can mend names them in German too: by that the dialog offers to ask them", async () => {
  const reason = "Only admins can invite new internal users. Ask an admin.";
  const act = inviteInWords(async () => ({ outcomes: [{ ...outcome, reason }], heldUntil: null }));
  const [said] = (await act(reader("de"), {})).outcomes;
  expect(said?.reason).not.toBe(reason);
  expect(said?.reason).toMatch(/admin/i);
});
