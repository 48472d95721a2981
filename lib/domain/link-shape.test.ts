import { expect, it } from "vitest";
import { ChangeLink, RefreshLink } from "./link-shape";

const link = "0198c0de-0000-7000-8000-000000000000";
const form = { link, access: "anyone", audience: "client", role: "", approval: "on", days: "", maxUses: "" };
const refusals = (fields: Record<string, string>) => {
  const read = ChangeLink.safeParse({ ...form, ...fields });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
};

const DAYS = "days: Choose between 1 and 365 days.";
const USES = "maxUses: Allow between 1 and 100,000 uses, or leave it empty.";

it.each([
  [{ days: "0" }, DAYS],
  [{ days: "366" }, DAYS],
  [{ days: "-1" }, DAYS],
  [{ days: "soon" }, DAYS],
  [{ maxUses: "0" }, USES],
  [{ maxUses: "-3" }, USES],
  [{ maxUses: "1.5" }, USES],
  [{ maxUses: "1e3" }, USES],
  [{ maxUses: "100001" }, USES],
  [{ role: "the boss" }, "role: Choose a role of this workspace."],
  [{ audience: "admin" }, "audience: Choose how people join."],
  [{ access: "domains", domains: "" }, "domains: Name at least one domain, like “acme.com”."],
  [{ access: "domains", domains: "acme" }, "domains: “acme” is not a domain. Write it like “acme.com”."],
])("refuses %j in words", (fields, words) => {
  expect(refusals(fields)).toContain(words);
});

it.each<Record<string, string>>([{ days: "1" }, { days: "365" }, { maxUses: "1" }, { maxUses: " 100000 " }])(
  "takes %j",
  (fields) => {
    expect(refusals(fields)).toEqual([]);
  },
);

it("takes what was seen as JSON of the form, and nothing else", () => {
  const seen = {
    access: "domains",
    domains: "Acme.com",
    approval: "on",
    maxUses: "5",
    audience: "client",
    role: "",
  };
  expect(ChangeLink.parse({ ...form, seen: JSON.stringify(seen) })).toMatchObject({
    seen: { access: "domains", domains: "Acme.com", maxUses: 5, role: null },
  });
  for (const wrong of [
    "{",
    "null",
    "[]",
    JSON.stringify({ ...seen, more: "1" }),
    JSON.stringify({ ...seen, maxUses: 5 }),
  ])
    expect(refusals({ seen: wrong })).toEqual([
      "seen: This page is not what it was. Reload it and try again.",
    ]);
});

it("reads no more than the link where it is to be switched off", () => {
  expect(ChangeLink.parse({ ...form, access: "off", days: "never", domains: "?" })).toEqual({
    access: "off",
    link,
  });
});

it("takes no field that a form does not have", () => {
  expect(ChangeLink.safeParse({ ...form, createdBy: link }).success).toBe(false);
  expect(RefreshLink.safeParse({ link, generation: "0" }).success).toBe(false);
});
