import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { WayView } from "@/lib/domain/delivery-health";
import { en } from "@/lib/words/en";
import { DeliveryScreen } from "./delivery-screen";

const now = new Date("2026-11-21T14:03:00Z");
const act = async () => null;
const well = {
  stop: null,
  until: null,
  since: null,
  acceptedAt: null,
  failedAt: null,
  error: null,
  waiting: 0,
};
const resend: WayView = { name: "resend", handles: ["email"], ...well };
const smtp: WayView = { name: "smtp", handles: ["email"], ...well };
const twilio: WayView = { name: "twilio", handles: ["sms"], ...well };

const shown = (given: { ways: WayView[]; untakenSince?: Date }) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <DeliveryScreen
        path="/northwind/settings/delivery"
        ways={given.ways}
        troubles={[]}
        untakenSince={given.untakenSince ?? null}
        tests={[
          {
            way: "smtp",
            channel: "email",
            address: "ada@harbour.example",
            delivery: "sent",
            error: null,
            createdAt: now,
          },
        ]}
        rows={[]}
        next={null}
        seen={{}}
        acts={{ test: act, lift: act }}
        clock={{ now, timeZone: "UTC", language: "en" }}
      />
    </NextIntlClientProvider>,
  );

test("where there are several ways, each has a button of its own: who acts under a phone number can try every one", () => {
  const buttons = (ways: WayView[]) =>
    (shown({ ways }).match(/<button[^>]*name="way"[^>]*>/g) ?? []).map(
      (tag) => /value="(\w*)"/.exec(tag)?.[1],
    );
  expect(buttons([resend])).toEqual([""]);
  expect(buttons([resend, smtp, twilio])).toEqual(["", "resend", "smtp", "twilio"]);
  const markup = shown({ ways: [resend, smtp] });
  expect(markup).toContain("Send one by Mail server (SMTP)");
  expect(markup).toContain("Mail server (SMTP): ");
});

test("that no worker is there is said with the time since when, and what to do", () => {
  expect(shown({ ways: [resend] })).not.toContain("worker");
  expect(shown({ ways: [resend], untakenSince: new Date("2026-11-21T13:58:00Z") })).toContain(
    "No worker has taken messages since 13:58. Start one with npm run worker; nothing is lost.",
  );
});
