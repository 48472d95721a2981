import { expect, it } from "vitest";
import { Domains, isAllowedAddress } from "./link-domains";

const email = (value: string) => ({ kind: "email", value }) as const;
const typed = (text: string) => {
  const read = Domains.safeParse(text);
  return read.success ? read.data : (read.error.issues[0]?.message ?? "");
};

it("a link without domains is for every address", () => {
  expect(isAllowedAddress(email("kim@anywhere.example"), [])).toBe(true);
  expect(isAllowedAddress({ kind: "phone", value: "+14155550134" }, [])).toBe(true);
});

it("a link with domains is for e-mail alone", () => {
  expect(isAllowedAddress({ kind: "phone", value: "+14155550134" }, ["example.com"])).toBe(false);
});

it.each([
  ["kim@example.com", true],
  ["kim@EXAMPLE.com", true],
  ["kim@evil-example.com", false],
  ["kim@evilexample.com", false],
  ["kim@example.com.evil.com", false],
  ["kim@example.com.", false],
  ["kim@sub.example.com", false],
  ["kim@example.co", false],
  ["kim@ex\u0430mple.com", false],
  ["kim@xn--exmple-4nf.com", false],
  ["kim@evil.com@example.com", false],
  ["kim@example.com@evil.com", false],
  ["kim@example\uff0ecom", false],
  ["example.com", false],
])("of a link for example.com, %s: %s", (address, verdict) => {
  expect(isAllowedAddress(email(address), ["example.com"])).toBe(verdict);
});

it.each([
  ["kim@sub.example.com", true],
  ["kim@a.b.Example.com", true],
  ["kim@example.com", false],
  ["kim@evil-example.com", false],
  ["kim@sub.example.com.evil.com", false],
  ["kim@sub.example.com.", false],
])("of a link for the subdomains of example.com, %s: %s", (address, verdict) => {
  expect(isAllowedAddress(email(address), ["*.example.com"])).toBe(verdict);
});

it("knows a domain by its A-label, whichever way it is written", () => {
  expect(isAllowedAddress(email("kim@b\u00fccher.example"), ["xn--bcher-kva.example"])).toBe(true);
  expect(isAllowedAddress(email("kim@xn--bcher-kva.example"), ["xn--bcher-kva.example"])).toBe(true);
  expect(isAllowedAddress(email("kim@bucher.example"), ["xn--bcher-kva.example"])).toBe(false);
});

it("stores typed domains trimmed, in lower case, without @, as A-labels, each once", () => {
  expect(typed("  @Acme.com, acme.COM\n*.Acme.com; b\u00fccher.example ")).toEqual([
    "acme.com",
    "*.acme.com",
    "xn--bcher-kva.example",
  ]);
  expect(typed(" ,\n ")).toEqual([]);
});

it("shows a look-alike as what it is", () => {
  expect(typed("ex\u0430mple.com")).toEqual(["xn--exmple-4nf.com"]);
});

it.each([
  ["kim@acme.com", "“kim@acme.com” is an address. Write only what stands after the @."],
  ["acme", "“acme” is not a domain. Write it like “acme.com”."],
  ["acme.com.", "“acme.com.” is not a domain. Write it like “acme.com”."],
  ["https://acme.com", "“https://acme.com” is not a domain. Write it like “acme.com”."],
  ["127.0.0.1", "“127.0.0.1” is not a domain. Write it like “acme.com”."],
  ["acme..com", "“acme..com” is not a domain. Write it like “acme.com”."],
  ["*.com", "“*.com” is not understood. For subdomains write “*.acme.com”."],
  ["*", "“*” is not understood. For subdomains write “*.acme.com”."],
  ["a.*.com", "“a.*.com” is not understood. For subdomains write “*.acme.com”."],
  ["@@acme.com", "“@@acme.com” is not a domain. Write it like “acme.com”."],
  ["xn--a.com", "“xn--a.com” is not a domain. Write it like “acme.com”."],
])("refuses %s as a domain, in words", (text, words) => {
  expect(typed(text)).toBe(words);
});

it("takes 50 domains and refuses the 51st", () => {
  const list = Array.from({ length: 51 }, (_, at) => `d${at}.example`);
  expect(typed(list.slice(0, 50).join("\n"))).toHaveLength(50);
  expect(typed(list.join("\n"))).toBe("Use at most 50 domains.");
});
