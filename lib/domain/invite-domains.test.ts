import { expect, it } from "vitest";
import { domainRefusal } from "./invite-domains";

const email = (value: string) => ({ kind: "email", value }) as const;
const policy = (allowedDomains: string[], blockedDomains: string[] = []) => ({
  allowedDomains,
  blockedDomains,
});

it("without domains in the settings everybody may be invited", () => {
  expect(domainRefusal(policy([]), email("kim@anywhere.example"))).toBeNull();
});

it("a phone number has no domain, and is free", () => {
  const phone = { kind: "phone", value: "+14155550134" } as const;
  expect(domainRefusal(policy(["acme.com"], ["evil.com"]), phone)).toBeNull();
});

it("says which domain it is about, and which of the two lists", () => {
  const both = policy(["acme.com"], ["evil.com"]);
  expect(domainRefusal(both, email("kim@evil.com"))).toBe(
    "invitations to evil.com are blocked in the settings",
  );
  expect(domainRefusal(both, email("kim@else.example"))).toBe(
    "else.example is not among the domains that the settings allow",
  );
});

it.each([
  ["kim@acme.com", true],
  ["kim@sub.acme.com", false],
  ["kim@a.dept.acme.com", true],
  ["kim@dept.acme.com", false],
  ["kim@evil-acme.com", false],
  ["kim@evilacme.com", false],
  ["kim@acme.com.evil.com", false],
  ["kim@acme.co", false],
  ["kim@xn--cme-5cd.com", false],
  ["kim@evil.com@acme.com", false],
])("of acme.com and the subdomains of dept.acme.com, %s: %s", (address, verdict) => {
  expect(domainRefusal(policy(["acme.com", "*.dept.acme.com"]), email(address)) === null).toBe(verdict);
});

it("what is blocked stays blocked below a domain that is allowed, and nothing beside it is", () => {
  const below = policy(["*.acme.com"], ["temp.acme.com"]);
  expect(domainRefusal(below, email("kim@temp.acme.com"))).not.toBeNull();
  expect(domainRefusal(below, email("kim@x.temp.acme.com"))).toBeNull();
  expect(domainRefusal(policy([], ["evil.com"]), email("kim@evil.com.example"))).toBeNull();
  expect(domainRefusal(policy([], ["evil.com"]), email("kim@notevil.com"))).toBeNull();
});

it("knows a domain by its A-label, whichever way it is written", () => {
  const blocked = policy([], ["xn--bcher-kva.example"]);
  expect(domainRefusal(blocked, email("kim@xn--bcher-kva.example"))).not.toBeNull();
  expect(domainRefusal(blocked, email("kim@b\u00fccher.example"))).not.toBeNull();
  expect(domainRefusal(blocked, email("kim@bucher.example"))).toBeNull();
});
