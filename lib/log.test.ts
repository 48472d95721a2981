import { expect, test } from "vitest";
import { makeToken, newestKey } from "@/lib/domain/token";
import { testKeys } from "@/tests/cast";
import { failureOf } from "./actions/run";
import { DomainError } from "./domain/errors";
import { describeError, redact } from "./log";

const token = makeToken(
  testKeys,
  newestKey(testKeys),
  "invite",
  { organization: 1, id: "0190a000-0000-7000-8000-000000000000" },
  1,
);

test.each([
  `GET /invite/${token}`,
  `https://portal.example/i/${token}`,
  `https://portal.example/invite/${token}?x=1`,
  `at /invite/${encodeURIComponent(token)}#a`,
  `cookie foyer.session=${token}`,
  `token: ${token}`,
  "sent to kim@acme.com and +14155550134",
])("links, tokens and addresses never reach the log: %s", (text) => {
  for (const secret of [token, "kim@acme.com", "+14155550134"]) expect(redact(text)).not.toContain(secret);
});

test("an error is logged without the addresses in it", () => {
  const described = JSON.stringify(
    describeError(new Error(`duplicate key (kim@acme.com) at /invite/${token}`)),
  );
  expect(described).not.toContain("kim@acme.com");
  expect(described).not.toContain(token);
});

test("people read refusals in words, and of surprises only a reference", () => {
  expect(failureOf(new DomainError("conflict", "It was taken."))).toMatchObject({
    ok: false,
    message: "It was taken.",
  });
  const failure = failureOf(new Error("select * from contacts where email = 'kim@acme.com'"));
  expect(failure).toMatchObject({ ok: false, code: "unexpected" });
  expect(failure.message).toMatch(/mention [0-9a-f]{8}\.$/);
  expect(failure.message).not.toMatch(/select|kim|contacts/);
});
