import { expect, test } from "vitest";
import { decodablePath } from "./decodable-path";

test.each([
  ["/invite/abc?x=1", "/invite/abc?x=1"],
  ["/w/caf%C3%A9%20au", "/w/caf%C3%A9%20au"],
  ["/invite/%ff", "/invite/%25ff"],
  ["/invite/%", "/invite/%25"],
  ["/invite/%zz", "/invite/%25zz"],
  ["/invite/100%", "/invite/100%25"],
  ["/%C3%28/%41", "/%25C3%2528/%41"],
  ["/mailbox?to=%ff?%", "/mailbox?to=%ff?%"],
])("%s is read as %s", (target, read) => {
  expect(decodablePath(target)).toBe(read);
  expect(() => decodeURIComponent(decodablePath(target).split("?")[0] ?? "")).not.toThrow();
});
