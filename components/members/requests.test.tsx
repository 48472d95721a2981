import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { en } from "@/lib/words/en";
import { Requests } from "./requests";

const now = new Date("2026-11-21T15:00:00Z");
const row = (name: string) => ({
  ...{ request: name, name, address: `${name}@acme.example`, contactId: null, contactKind: null },
  ...{ company: null, audience: "client" as const, roleId: null, askedAt: now, mayApprove: true },
});

const shown = (mayDecide: boolean) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Requests
        {...{ path: "/w", query: {}, open: "lee", roles: [], isAdmin: true, heading: "h3" }}
        clock={{ now, timeZone: "UTC", language: "en" }}
        view={{ requests: [row("lee"), row("mia")], total: 2, mayDecide }}
        action={async () => null}
      />
    </NextIntlClientProvider>,
  );

test("who asks is answered where that can be decided, and only shown where it cannot", () => {
  for (const offered of ["Approve lee", "Decline mia", "Select lee", "Decline selected", 'name="reason"'])
    expect(shown(true)).toContain(offered);
  expect(shown(false)).toContain("lee@acme.example");
  expect(shown(false)).not.toMatch(/Approve|Decline|<(?:a|textarea|select) |checkbox/);
});
