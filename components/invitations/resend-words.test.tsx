import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Reason } from "@/lib/actions/left-out";
import { ResendWords } from "./resend-words";

const shown = (reasons: Reason[]) => {
  const count = reasons.reduce((sum, { people }) => sum + people.length, 0);
  const data = { sent: 0, skipped: { count, reasons }, said: "0 sent.", show: "Show them" };
  return renderToStaticMarkup(<ResendWords state={{ ok: true, data }} />);
};

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: String(at), name: `P${at}.` }));
const many = (count: number): Reason => ({
  who: `${count} people`,
  reason: "They declined already.",
  people: people(count),
});

test("a reason is said once, by how many it is of, with every name behind it", () => {
  const html = shown([many(60), { who: "An", reason: "Not sent.", people: [{ id: "an", name: "An" }] }]);
  for (const { name } of people(60)) expect(html.split(`>${name}<`)).toHaveLength(2);
  expect(html.split("They declined already.")).toHaveLength(2);
  expect(html).toContain("60 people</bdi>: They declined already.");
  expect(html).toContain(">An</bdi>: Not sent.");
  expect(html.split("<details open")).toHaveLength(2);
});

test("a few names are shown at once, and where nobody was skipped nothing is", () => {
  expect(shown([many(3)]).split("<details open")).toHaveLength(3);
  expect(shown([])).not.toContain("Show them");
});

test("many reasons open when they are asked for", () => {
  const each = people(60).map((one) => ({ who: one.name, reason: `Reason ${one.id}`, people: [one] }));
  expect(shown(each)).toContain("<details><summary");
});
