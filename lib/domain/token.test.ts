import { expect, test } from "vitest";
import { newId } from "./id";
import { codeDigits, keyRing, makeToken, newestKey, type Purpose, provesToken, readToken } from "./token";

const older = "an older secret, of thirty-two characters and more";
const newer = "a newer secret, of thirty-two characters and more!";
const keys = keyRing(newer, older);
const subject = { organization: 7, id: newId() };
const PURPOSES: Purpose[] = [
  "invite",
  "text-invite",
  "handed-invite",
  "declined",
  "stop",
  "join",
  "sign-in",
  "code",
];
const token = (purpose: Purpose = "invite", generation = 1, ring = keys) =>
  makeToken(ring, newestKey(ring), purpose, subject, generation);

test("a token is reproducible, fits into a link, and says what it claims to be about", () => {
  expect(token()).toBe(token());
  expect(token()).toMatch(/^[A-Za-z0-9_-]{71}$/);
  expect(token("text-invite")).toMatch(/^[A-Za-z0-9_-]{44}$/);
  expect(readToken(token("text-invite"))).toEqual(subject);
  expect(readToken(token())).toEqual(subject);
});

test("it opens its own purpose and generation and no other", () => {
  for (const made of PURPOSES)
    for (const used of PURPOSES) expect(provesToken(keys, token(made), used, 1)).toBe(made === used);
  expect(provesToken(keys, token("invite", 2), "invite", 1)).toBe(false);
});

test("a long token cut short opens nothing, nor a short one made longer", () => {
  for (const purpose of PURPOSES) {
    const bytes = Buffer.from(token(purpose), "base64url");
    const cut = bytes.subarray(0, 33).toString("base64url");
    const longer = Buffer.concat([bytes, bytes]).subarray(0, 53).toString("base64url");
    for (const other of [cut, longer].filter((one) => one !== token(purpose)))
      for (const used of PURPOSES) expect(provesToken(keys, other, used, 1)).toBe(false);
  }
});

test.each(["invite", "text-invite"] as const)(
  "of 10,000 mangled tokens of %s none opens anything",
  (purpose) => {
    const good = Buffer.from(token(purpose), "base64url");
    let opened = 0;
    for (let i = 0; i < 10_000; i++) {
      const bad = Buffer.from(good);
      const at = i % bad.length;
      bad[at] = (bad[at] ?? 0) ^ (1 + (i % 255));
      if (provesToken(keys, bad.toString("base64url"), purpose, 1)) opened++;
    }
    expect(opened).toBe(0);
  },
);

test("parts of two tokens do not make a third", () => {
  const other = makeToken(keys, newestKey(keys), "invite", { organization: 8, id: newId() }, 1);
  for (let cut = 1; cut < 70; cut++) {
    const mixed = token().slice(0, cut) + other.slice(cut);
    if (mixed !== other) expect(provesToken(keys, mixed, "invite", 1)).toBe(false);
  }
});

test("another spelling of the same bytes is not the token", () => {
  for (const spelling of [`${token()}=`, ` ${token()}`, `${token()}\n`, token().replaceAll("_", "/"), ""])
    if (spelling !== token()) expect(readToken(spelling)).toBeNull();
});

test("links made with the previous secret work until it is dropped", () => {
  const made = token("invite", 1, keyRing(older));
  expect(provesToken(keys, made, "invite", 1)).toBe(true);
  expect(provesToken(keyRing(newer), made, "invite", 1)).toBe(false);
});

test("codes are six digits and differ", () => {
  const digits = Array.from({ length: 2_000 }, () => codeDigits(keys, newestKey(keys), newId()));
  expect(digits.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(new Set(digits).size).toBeGreaterThan(1_900);
});

test("a token about an organization with a number that none can have is no token", () => {
  const about = (organization: number) => ({ ...subject, organization });
  const read = (organization: number) =>
    readToken(makeToken(keys, newestKey(keys), "invite", about(organization), 1));
  expect(read(2 ** 31 - 1)).toEqual(about(2 ** 31 - 1));
  expect(read(2 ** 31)).toBeNull();
});
