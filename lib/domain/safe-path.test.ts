import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each([
  ["/", "/"],
  ["/northwind/timeline", "/northwind/timeline"],
  ["/northwind/w/0198?panel=members", "/northwind/w/0198?panel=members"],
  ["/northwind/contacts?q=a%2Fb#top", "/northwind/contacts?q=a%2Fb#top"],
  ["/northwind/../other/timeline", "/other/timeline"],
  ["/northwind/a//b", "/northwind/a//b"],
  ["/inviter/timeline", "/inviter/timeline"],
  ["/northwind?next=https://evil.example", "/northwind?next=https://evil.example"],
])("%s is a page of ours", (input, path) => {
  expect(safePath(input)).toBe(path);
});

const NASTY = [
  "",
  " ",
  "evil",
  "evil.example",
  "evil.example/x",
  "https://evil.example",
  "http://evil.example/x",
  "HTTPS://evil.example",
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "//evil.example/%2e%2e",
  "//user@evil.example",
  "//evil.example:443",
  "/\\evil.example",
  "/\\/evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\\\\evil.example",
  "/x\\..\\..\\evil",
  "/.//evil.example",
  "/..//evil.example",
  "/x/..//evil.example",
  "/x/../..//evil.example",
  "/././/evil.example",
  "/%2e//evil.example",
  "/%2E%2E//evil.example",
  "/.%2e//evil.example",
  "/x/%2e%2e//evil.example",
  "/;/..//evil.example",
  "/%2F/evil.example",
  "/%2Fevil.example",
  "/%2f%2fevil.example",
  "/%5Cevil.example",
  "/%5c%5cevil.example",
  "/x/%2F%2Fevil",
  "/%252Fevil.example",
  "/%25252fevil.example",
  "/%255Cevil.example",
  "/.%2F/evil.example",
  "/%2e%2Fevil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  "\t//evil.example",
  "\n/x",
  "/\u0000/evil.example",
  "/ /evil.example",
  " //evil.example",
  "/x\r\nLocation: https://evil.example",
  "/x\u007f",
  "/\u0009\\evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "mailto:a@b.c",
  "http:evil.example",
  "http:/evil.example",
  "https:evil.example",
  "http:\\\\evil.example",
  "://evil.example",
  "?next=//evil.example",
  "#//evil.example",
  "@evil.example",
  ".evil.example",
  "/\ud800",
  `/${"a".repeat(1001)}`,
  "http://portal.invalid/x",
  "//portal.invalid/x",
  "/invite/abc",
  "/i/abc",
  "/INVITE/abc",
  "/stop/abc",
  "/join/abc",
  "/sign-in",
  "/sign-in/link/abc",
  "/setup",
  "/api/auth/signout",
  "/x/../invite/abc",
  "/_next/image",
];

test("there are more than sixty nasty targets", () => expect(new Set(NASTY).size).toBeGreaterThan(60));

test.each(NASTY)("%j leads nowhere", (input) => {
  expect(safePath(input)).toBeNull();
});

test("nothing given is nothing", () => {
  expect([safePath(null), safePath(undefined)]).toEqual([null, null]);
});

test("what is accepted stays on the origin for a browser, and is accepted again unchanged", () => {
  const pieces = [
    "/",
    "//",
    "\\",
    "..",
    ".",
    "%2e",
    "%2f",
    "%5c",
    "evil.example",
    "@",
    ":",
    "?",
    "#",
    "\t",
    "a",
    ";",
  ];
  let accepted = 0;
  for (let seed = 1; seed <= 20_000; seed++) {
    let text = "/";
    for (let n = seed; n > 0; n = Math.floor(n / pieces.length)) text += pieces[n % pieces.length];
    const path = safePath(text);
    if (path === null) continue;
    accepted++;
    expect(new URL(path, "https://portal.example").origin).toBe("https://portal.example");
    expect(safePath(path)).toBe(path);
  }
  expect(accepted).toBeGreaterThan(100);
});
