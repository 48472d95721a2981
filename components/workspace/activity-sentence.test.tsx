import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { de } from "@/lib/words/de";
import { en } from "@/lib/words/en";
import { ActivitySentence } from "./activity-sentence";

const markup = (kind: string, data: Record<string, unknown> = {}, language: "en" | "de" = "en") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={language} messages={{ en, de }[language]} timeZone="UTC">
      <ActivitySentence item={{ id: "1", at: new Date(0), kind, actor: "Ada", data }} />
    </NextIntlClientProvider>,
  ).replaceAll(/<\/?span[^>]*>/g, "");

const told = (...args: Parameters<typeof markup>) => markup(...args).replaceAll(/<\/?bdi>/g, "");

const { kinds } = en.workspace.activity;

test("every kind is told as a whole sentence, in both languages", () => {
  for (const kind of Object.keys(kinds))
    for (const language of ["en", "de"] as const)
      expect(told(kind, {}, language)).not.toMatch(/[{}<>]|activity/);
  expect(told("something_new")).toBe("Something changed");
});

test("as many names as a sentence has room for", () => {
  const names = ["Kim", "Jo", "Max"];
  expect(told("members_invited", { names: ["Kim"], count: 1 })).toBe("Ada invited Kim");
  expect(told("members_invited", { names, count: 3 })).toBe("Ada invited Kim, Jo and Max");
  expect(told("members_invited", { names, count: 5 })).toBe("Ada invited Kim, Jo, Max and 2 more");
  expect(told("members_invited", { names, count: 5 }, "de")).toBe(
    "Ada hat Kim, Jo, Max und 2 weitere Personen eingeladen",
  );
  expect(told("reminders_stopped", { name: "Kim" })).toBe("Ada stopped reminding Kim");
});

test("a name that is written from right to left turns nothing round it", () => {
  expect(markup("members_invited", { names: ["Kim", "Jo"], count: 2 })).toBe(
    "<bdi>Ada</bdi> invited <bdi>Kim</bdi> and <bdi>Jo</bdi>",
  );
});

test("what was changed, and what is missing", () => {
  const data = { fields: ["name", "due date", "shoe size"] };
  expect(told("workspace_edited", data)).toBe(
    "Ada changed the name, the due date, the shoe size of the workspace",
  );
  expect(told("workspace_edited", data, "de")).toBe(
    "Ada hat den Namen, die Frist, „shoe size“ des Workspace geändert",
  );
  expect(told("contact_edited")).toBe("Ada changed the details of somebody");
  expect(told("role_assigned", { name: "Kim" }, "de")).toBe("Ada hat eine Rolle an Kim vergeben");
});

test("who joins by a link takes the role themselves", () => {
  const data = { name: "Kim", role: "Lead" };
  expect(told("role_taken", data)).toBe("Kim took the role Lead");
  expect(told("role_taken", data, "de")).toBe("Kim hat die Rolle Lead übernommen");
});

test("what hangs on some facts only", () => {
  expect(told("action_completed", { kind: "approval", title: "Sign" })).toBe("Ada approved Sign");
  expect(told("invite_undone", { count: 1 })).toBe("Ada took back an invitation");
  expect(told("invite_undone", { count: 3 })).toBe("Ada took back 3 invitations");
  expect(told("internal_requested", { address: "jo@acme.com", roleName: "Lead" })).toBe(
    "Ada asked the admins to invite jo@acme.com, to be Lead",
  );
  const merged = {
    dropped: "Kim L.",
    name: "Kim Lee",
    addresses: ["k@acme.com", "+15551234"],
    unsent: ["Acme"],
  };
  expect(told("contacts_merged", merged)).toBe(
    "Ada merged Kim L. into Kim Lee; no longer used: k@acme.com, +15551234; the invitation could not be sent again yet: Acme",
  );
  expect(told("contacts_merged", { dropped: "Kim L.", name: "Kim Lee" })).toBe(
    "Ada merged Kim L. into Kim Lee",
  );
});
