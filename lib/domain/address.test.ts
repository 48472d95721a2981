import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  channelOf,
  displayAddress,
  maskAddress,
  normaliseDomain,
  normaliseEmail,
  normalisePhone,
  parseAddress,
} from "./address";

describe("e-mail addresses", () => {
  test.each([
    ["Kim@ACME.com", "kim@acme.com"],
    ["  kim@acme.com\n", "kim@acme.com"],
    ["kim+tag@acme.com", "kim+tag@acme.com"],
    ["ｋｉｍ@acme.com", "kim@acme.com"],
    ["kim@münchen.example", "kim@xn--mnchen-3ya.example"],
    ["kim@XN--MNCHEN-3YA.example", "kim@xn--mnchen-3ya.example"],
    ["o'neil@acme.co.uk", "o'neil@acme.co.uk"],
    ["KİM@acme.com", null],
    ["kim＠acme.com", null],
    ["kim@acme．com", null],
    ["kim@acme。com", null],
    ["kim﹫acme.com", null],
    ["a@evil.example,b@victim.example", null],
    ["a@evil.example;b@victim.example", null],
    ["a@evil.example b@victim.example", null],
    ["a@b@c.example", null],
    ['"e@attacker.example"@victim.example', null],
    ['"quoted"@acme.com', null],
    ["kim@[127.0.0.1]", null],
    ["kim@127.0.0.1", null],
    ["kim@0x7f.1", null],
    ["kim@localhost", null],
    ["kim@acme.com.", null],
    ["kim@.acme.com", null],
    ["kim@acme..com", null],
    ["kim.@acme.com", null],
    [".kim@acme.com", null],
    ["ki..m@acme.com", null],
    ["kim@-acme.com", null],
    ["kim@acme.com%0abcc:x@y.z", null],
    ["kim@acme.com\r\nbcc: x@y.z", null],
    ["<script>@acme.com", null],
    ["<kim@acme.com>", null],
    ["kim@<b>.com", null],
    ["кim@acme.com", null],
    ["kim\u0000@acme.com", null],
    ["kim\ud800@acme.com", null],
    [`${"a".repeat(65)}@acme.com`, null],
    [`a@${"b".repeat(64)}.com`, null],
    [`a@${`${"b".repeat(60)}.`.repeat(5)}com`, null],
    ["kim", null],
    ["@", null],
    ["", null],
  ])("%j becomes %j", (input, wanted) => expect(normaliseEmail(input)).toBe(wanted));

  test("normalising twice changes nothing, and what is accepted is plain ASCII with one @", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "binary" })), (text) => {
        const once = normaliseEmail(text);
        if (once === null) return;
        expect(once).toMatch(/^[\x21-\x7e]+$/);
        expect(once.split("@")).toHaveLength(2);
        expect(normaliseEmail(once)).toBe(once);
      }),
      { numRuns: 5_000 },
    );
  });

  test("any compatibility letter at any place is refused or becomes the same stored form", () => {
    for (const letter of ["\uff20", "\ufe6b", "\uff0e", "\uff0c", "\u3002", "\uff61", "\u2024"])
      for (let place = 0; place <= "kim@acme.com".length; place++) {
        const text = `${"kim@acme.com".slice(0, place)}${letter}${"kim@acme.com".slice(place)}`;
        expect(normaliseEmail(text), JSON.stringify(text)).toBeNull();
      }
  });

  test("look-alike domains stay different from what they look like", () => {
    expect(normaliseDomain("аcme.com")).toBe("xn--cme-5cd.com");
    expect(normaliseDomain("EXAMPLE.com")).toBe("example.com");
    expect(normaliseDomain("example.com.")).toBeNull();
  });
});

describe("phone numbers", () => {
  test.each([
    ["(415) 555-0134", "US"],
    ["+1 415 555 0134", "DE"],
    ["001 415 555 0134", "DE"],
    ["＋１ ４１５ ５５５ ０１３４", "FR"],
    ["415.555.0134", "US"],
  ])("%s in %s is one number", (text, country) => expect(normalisePhone(text, country)).toBe("+14155550134"));

  test.each([
    "+1 415",
    "555-0134 ext 5",
    "1-800-FLOWERS",
    "++14155550134",
    "12",
    "",
    "+0000000000",
    "a+14155550134",
  ])("%j is no number", (text) => expect(normalisePhone(text, "US")).toBeNull());
});

test("what is missing is said in words", () => {
  const reason = (text: string) => {
    const parsed = parseAddress(text, "US");
    return parsed.ok ? parsed.address : parsed.reason;
  };
  expect(reason("jo@acme")).toBe("needs a full email address");
  expect(reason("jörg@acme")).toBe("needs a full email address");
  expect(reason("jörg@q-audit.com")).toBe("has unusual characters before the @, which are not supported");
  expect(reason("+1 415")).toBe("this phone number is too short");
  expect(reason("+1 000 555 0134")).toBe("this phone number is not valid");
  expect(reason("Jo Park")).toBe("needs an email or phone number");
  expect(reason("kim@acme.com")).toEqual({ kind: "email", value: "kim@acme.com" });
});

test("people see numbers as they write them, and of a masked address just enough to know it", () => {
  expect(displayAddress("+14155550134")).toBe("+1 415 555 0134");
  expect(maskAddress("kim@acme.com")).toBe("k•••@acme.com");
  expect(maskAddress("+14155550134")).toBe("•••• 0134");
  expect(maskAddress("+33 1 23 45 67 89")).toBe("•••• 6789");
  expect(channelOf({ kind: "phone" })).toBe("sms");
});
