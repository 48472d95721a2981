import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ResendWords } from "./resend-words";

const skipped = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `P${at}.`,
    reason: at % 2 ? `P${at}. declined.` : "Not sent.",
  }));

const shown = (count: number) => {
  const data = { sent: 0, skipped: skipped(count), said: "0 sent.", show: "Show them" };
  return renderToStaticMarkup(<ResendWords state={{ ok: true, data }} />);
};

test("of everybody who was skipped it says why, however many they are, and names each once", () => {
  const html = shown(60);
  for (const { name } of skipped(60)) expect(html.split(name)).toHaveLength(2);
  expect(html).toContain("<details><summary");
  expect(shown(3)).toContain('<details open=""><summary');
  expect(shown(0)).not.toContain("Show them");
});

test("a short name that is part of another word of the reason is said all the same", () => {
  const list = [{ name: "An", reason: "Another invitation to this person was sent again." }];
  const data = { sent: 0, skipped: list, said: "0 sent.", show: "Show them" };
  expect(renderToStaticMarkup(<ResendWords state={{ ok: true, data }} />)).toContain(">An</bdi>: Another");
});
