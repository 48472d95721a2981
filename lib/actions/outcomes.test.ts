import { expect, test, vi } from "vitest";
import type { Context } from "@/lib/domain/context";
import type { Outcome } from "@/lib/domain/views";
import { wordsOf } from "@/tests/words";
import { inviteInWords, manyInWords, recognisedInWords, resendInWords } from "./outcomes";

vi.mock("next-intl/server", () => ({
  getTranslations: async ({ locale }: { locale: "en" | "de" }) => wordsOf("invite", locale),
}));

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

test("who was skipped, and what a text lacks, is told so too", async () => {
  const skipped = [{ name: "Kim", reason: "Kim: asked not to be invited again" }];
  const act = resendInWords(async () => ({ sent: 1, skipped }));
  expect(await act(reader("de"), {})).toEqual({
    sent: 1,
    skipped: [{ name: "Kim", reason: "Kim: möchte nicht mehr eingeladen werden" }],
    said: "1 gesendet, 1 übersprungen.",
    show: "1 Übersprungene anzeigen",
  });
  const wrong = { text: "jo@acme", is: "invalid" as const, reason: "needs a full email address" };
  expect(recognisedInWords(reader("de"))(wrong)).toMatchObject({
    reason: "es fehlt eine vollständige E-Mail-Adresse",
  });
});

test("of many invitations, why some were left as they are, and which act it was", async () => {
  const one = { invitation: "1", name: "Kim", reason: "Kim: asked not to be invited again" };
  const act = manyInWords(async () => ({ done: 3, notDone: [one] }));
  expect(await act(reader("de"), { command: "the act" })).toEqual({
    command: "the act",
    done: 3,
    notDone: [{ ...one, reason: "Kim: möchte nicht mehr eingeladen werden" }],
  });
});

test("a reason that only admins can mend names them in German too: by that the dialog offers to ask them", async () => {
  const reason = "Only admins can invite new internal users. Ask an admin.";
  const act = inviteInWords(async () => ({ outcomes: [{ ...outcome, reason }], heldUntil: null }));
  const [said] = (await act(reader("de"), {})).outcomes;
  expect(said?.reason).not.toBe(reason);
  expect(said?.reason).toMatch(/admin/i);
});
