import { describe, expect, test } from "vitest";
import { isMessageSafe, line, name, paragraph, sortKey } from "./text";

describe("names that reach messages", () => {
  test.each([
    "Ada Lovelace",
    "Jean-Luc O'Neil",
    "Renée Müller",
    "Łukasz Żak",
    "山田 太郎",
    "Acme Corp onboarding 2026",
    "Mr. T. Smith",
    "St. James & Sons, Ltd.",
    "Q3/Q4 audit",
    "Team 7: phase 2",
  ])("%s is fine", (text) => expect(isMessageSafe(text)).toBe(true));

  test.each([
    "https://evil.example",
    "evil.com",
    "visit evil．com now",
    "evil。com",
    "www evil.example",
    "you won! claim.prize.example/x",
    "mail me@evil.example",
    "ｍｅ＠evil",
    "call +1 415 555 0134",
    "call 4155550134",
    "４１５５５５０１３４",
    "(415) 555-0134 now",
    "<b>bold</b>",
    "a|b",
    "{{name}}",
    "javascript:x.run",
    "bit.ly/abc",
  ])("%s is refused", (text) => expect(isMessageSafe(text)).toBe(false));

  test("at most 60 characters, one line, nothing that hides", () => {
    const ok = (text: string) => name("missing").safeParse(text).success;
    expect(ok("a".repeat(60))).toBe(true);
    expect(ok("😀".repeat(60))).toBe(true);
    expect(ok("a".repeat(61))).toBe(false);
    for (const text of ["", "  ", "a\nb", "a\u0000b", "a\u0085b", "a\u202eb", "a\u200bb", "\ud800", "a\tb"])
      expect(ok(text)).toBe(false);
  });
});

test("text of several lines: empty is none, line ends are one kind, controls are refused", () => {
  expect(paragraph(500).parse(" \n")).toBeNull();
  expect(paragraph(500).parse(undefined)).toBeNull();
  expect(paragraph(500).parse("a\r\nb\rc")).toBe("a\nb\nc");
  expect(paragraph(5).safeParse("123456").success).toBe(false);
  expect(paragraph(500).safeParse("a\u0007").success).toBe(false);
  expect(line(10, "x").parse("  e\u0301 ")).toBe("é");
});

test("the sort key folds case and accents, and does not change when folded again", () => {
  expect(sortKey("  Éléonore   ÅNGSTRÖM ")).toBe("eleonore angstrom");
  expect(sortKey("Łukasz SØRENSEN Đorđe Æsa Strauß")).toBe("lukasz sorensen dorde aesa strauss");
  for (const text of ["İstanbul", "ΣΊΣΥΦΟΣ", "\u212aelvin", "straße"])
    expect(sortKey(sortKey(text))).toBe(sortKey(text));
});
