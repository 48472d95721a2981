import { expect, test } from "vitest";
import { classifyFailure, restSeconds } from "./classify";

const failure = (statusCode: number | null, name: string, headers: Record<string, string> | null = null) =>
  classifyFailure({ statusCode, name, message: "Words of the provider." }, headers);

test.each([
  [null, "application_error", "unknown"],
  [500, "internal_server_error", "unknown"],
  [502, "application_error", "unknown"],
  [408, "application_error", "unknown"],
  [409, "concurrent_idempotent_requests", "busy"],
  [409, "invalid_idempotent_request", "broken"],
  [400, "invalid_idempotency_key", "refused"],
  [404, "not_found", "paused"],
  [405, "method_not_allowed", "paused"],
  [422, "validation_error", "refused"],
  [422, "invalid_from_address", "refused"],
  [451, "security_error", "refused"],
  [401, "missing_api_key", "paused"],
  [403, "invalid_api_key", "paused"],
  [429, "rate_limit_exceeded", "paused"],
  [429, "daily_quota_exceeded", "paused"],
  [429, "monthly_quota_exceeded", "paused"],
])("%s %s is %s", (status, name, kind) => {
  expect(failure(status, name).kind).toBe(kind);
});

test("waits as long as the provider says, and sensibly when it says nothing", () => {
  expect(failure(429, "rate_limit_exceeded", { "retry-after": "7" })).toMatchObject({
    reason: "rate",
    seconds: 7,
  });
  expect(failure(429, "rate_limit_exceeded")).toMatchObject({ reason: "rate", seconds: 1 });
  expect(failure(429, "daily_quota_exceeded")).toMatchObject({ reason: "quota", seconds: 0 });
  expect(failure(429, "daily_quota_exceeded", { "retry-after": "3600" })).toMatchObject({ seconds: 3_600 });
  expect(failure(429, "rate_limit_exceeded", { "retry-after": "99999999" })).toMatchObject({
    seconds: 86_400,
  });
  expect(failure(429, "rate_limit_exceeded", { "retry-after": "soon" })).toMatchObject({ seconds: 1 });
  const inTen = new Date(Date.now() + 10_000).toUTCString();
  const dated = failure(429, "rate_limit_exceeded", { "retry-after": inTen });
  expect(dated.kind === "paused" && dated.seconds).toBeGreaterThan(8);
});

test("rests when the allowance of the window is used up, and only then", () => {
  expect(restSeconds({ "ratelimit-remaining": "0", "ratelimit-reset": "2" })).toBe(2);
  expect(restSeconds({ "ratelimit-remaining": "1", "ratelimit-reset": "2" })).toBe(0);
  expect(restSeconds(null)).toBe(0);
});

test("a refusal says why", () => {
  expect(failure(422, "validation_error")).toEqual({ kind: "refused", error: "Words of the provider." });
});
