import { expect, test } from "vitest";
import { clientIp } from "./client-ip";

const from = (forwarded: string | null, proxies: number) =>
  clientIp(new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded }), proxies);

test.each([
  ["203.0.113.7", 1, "203.0.113.7"],
  ["6.6.6.6, 203.0.113.7", 1, "203.0.113.7"],
  ["6.6.6.6, 203.0.113.7, 10.0.0.1", 2, "203.0.113.7"],
  ["203.0.113.7:51234", 1, "203.0.113.7"],
  ["::ffff:203.0.113.7", 1, "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", 1, "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]:443", 1, "2001:db8:1:2::/64"],
  ["::1", 1, "0:0:0:0::/64"],
])("%s behind %i trusted proxies is %s", (forwarded, proxies, expected) => {
  expect(from(forwarded, proxies)).toBe(expected);
});

test.each([
  ["203.0.113.7", 0],
  [null, 1],
  ["", 1],
  ["203.0.113.7", 2],
  ["not an address", 1],
  ["203.0.113.7, ", 1],
  ["203.0.113.999", 1],
  ["fe80::1%eth0", 1],
])("%s behind %i trusted proxies is unknown", (forwarded, proxies) => {
  expect(from(forwarded, proxies)).toBeNull();
});

test("a visitor who writes the header cannot choose among networks", () => {
  const seen = new Set(
    Array.from({ length: 1000 }, (_, i) => from(`10.9.${i % 256}.${i >> 8}, 203.0.113.7`, 1)),
  );
  expect([...seen]).toEqual(["203.0.113.7"]);
});
