import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Outcome } from "@/lib/domain/views";
import { en } from "@/lib/words/en";
import { PlainAnswer } from "./plain-answer";

const limit = { status: "over_limit", reason: "You have reached your limit.", invitationId: null } as const;
const kim: Outcome = { input: "kim@acme.com", name: "Kim Lee", ...limit };
const group = (people: Outcome[]): Outcome => ({
  ...{ input: "1", name: "Acme finance", status: "added", reason: null, invitationId: null, people },
});

function shown(outcomes: Outcome[]): string {
  const data = { outcomes, heldUntil: new Date(Date.now() + 5_000), leftOut: [] };
  const state = { ok: true, act: "invite", data, typed: {} } as const;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <PlainAnswer state={state} typed={{}} send={() => undefined} />
    </NextIntlClientProvider>,
  );
}

test("of a group that came is told, also when nobody of it could be sent to; then there is nothing to undo", () => {
  const html = shown([kim, group([kim, kim])]);
  expect(html).toContain(
    "Acme finance added. 2 of Acme finance could not be sent to: You have reached your limit.",
  );
  expect(html).not.toContain("Undo");
});

test("what is held can be undone", () => {
  expect(shown([group([{ ...kim, status: "invited", reason: null }])])).toContain("Undo");
});
