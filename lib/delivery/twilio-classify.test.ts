import { expect, test } from "vitest";
import { classifyTwilio } from "./twilio-classify";

const failure = (status: number, code: number | null, retryAfter: string | null = null) =>
  classifyTwilio({ status, code, message: "Words of Twilio.", retryAfter });

test.each([
  [500, 20500, "unknown"],
  [503, null, "unknown"],
  [302, null, "unknown"],
  [408, null, "unknown"],
  [429, 20429, "paused"],
  [401, 20003, "paused"],
  [403, null, "paused"],
  [404, 20404, "paused"],
  [404, null, "paused"],
  [400, 21606, "paused"],
  [400, 21610, "suppressed"],
  [400, 21211, "refused"],
  [400, 21614, "refused"],
  [400, 21408, "refused"],
  [400, 99999, "refused"],
])("%s with %s is %s", (status, code, kind) => {
  expect(failure(status, code).kind).toBe(kind);
});

test("waits as long as Twilio says, and a second when it says nothing", () => {
  expect(failure(429, 20429, "7")).toMatchObject({ reason: "rate", seconds: 7 });
  expect(failure(429, 20429)).toMatchObject({ reason: "rate", seconds: 1 });
});

test("says what is wrong in words of our own, where Twilio's are for programmers", () => {
  expect(failure(400, 21211)).toMatchObject({ error: "This number cannot receive text messages." });
  expect(failure(400, 99999)).toMatchObject({ error: "Words of Twilio." });
  expect(failure(401, 20003)).toMatchObject({ reason: "settings" });
});
