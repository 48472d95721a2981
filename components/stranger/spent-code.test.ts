import { expect, test } from "vitest";
import { catalogueIn } from "@/lib/catalogue";
import { digitsPage } from "./join-pages";
import { codePage } from "./offer-pages";

const address = "kim@acme.example";
const place = { words: catalogueIn("en"), organization: "Northwind", workspace: "Acme onboarding" };
const offer = {
  ...{ ...place, inviter: "Ada Lovelace", role: null, firstAction: null, openActions: 0, firstDue: null },
  ...{ note: null, sentTo: address, expires: "tomorrow", expiresIn: "1 day", asksName: true },
};
const join = { ...place, mode: "join" as const, visitor: null, request: null };
const error = "This code no longer works. Send a new one.";

test.each([
  ["an invitation", codePage(offer), codePage(offer, { error, isSpent: true, name: "Kim Lee" })],
  [
    "a Workspace Link",
    digitsPage(join, { address, spent: null }),
    digitsPage(join, { address, spent: error }, { error }),
  ],
])(
  "the code page of %s promises a code and takes it, and once it is spent only offers a new one",
  (_, good, spent) => {
    expect(good).toContain("A code is on its way");
    expect(good).toContain('name="digits"');
    expect(spent).not.toContain("on its way");
    expect(spent).not.toContain('name="digits"');
    expect(spent).toContain(error);
    expect(spent).toContain('<button class="main" name="act" value="again">');
  },
);

test("on the page of a Workspace Link the digits stay that were typed beside a name that is refused", () => {
  const typed = (act: string) =>
    digitsPage(join, { address, spent: null }, { form: { act, digits: "123456" } });
  expect(typed("code")).toContain('value="123456"');
  expect(typed("again")).not.toContain("123456");
});

test("the name that was typed stays when a code is spent", () => {
  expect(codePage(offer, { error, isSpent: true, name: "Kim Lee" })).toContain('value="Kim Lee"');
});
