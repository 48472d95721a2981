import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { en } from "@/lib/words/en";
import { RoleField } from "./role-field";

const role = (audience: "any" | "client" | "internal") => ({ name: "Reviewer", audience });

const sent = (audience: "any" | "client" | "internal", kind: string) => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <RoleField
        {...{ org: "northwind", role: role(audience), id: "person-0", isAdmin: true, hint: "" }}
        {...{ text: "", kind, onChosen: () => {} }}
      />
    </NextIntlClientProvider>,
  );
  return /name="kinds" value="(\w+)"/.exec(markup)?.[1];
};

test("who is new comes as what was chosen before the field came, where the role leaves it open", () => {
  expect(sent("any", "internal")).toBe("internal");
  expect(sent("any", "")).toBe("client");
  expect(sent("client", "internal")).toBe("client");
  expect(sent("internal", "client")).toBe("internal");
});
