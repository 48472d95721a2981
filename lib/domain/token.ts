import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/**
 * What a derived secret is for; a secret of one purpose opens nothing of another. An invitation has three links: "invite"
 * goes into its messages and nowhere else, so that who has it was reached, "text-invite" into those of a phone;
 * "handed-invite" is what people copy. "declined" is in no link: the browser that declined keeps it.
 */
export type Purpose =
  | "invite"
  | "text-invite"
  | "handed-invite"
  | "declined"
  | "stop"
  | "join"
  | "sign-in"
  | "code";

/** Secrets by key id, newest first. Links made with an older secret work while it is kept. */
export type KeyRing = ReadonlyArray<{ id: number; secret: string }>;

/** `organization` is its public number, 0 for the installation. */
export type Subject = { organization: number; id: string };

/** Names each secret by one byte of its own hash, so that order and count may change freely. */
export const keyRing = (...secrets: (string | undefined)[]): KeyRing =>
  secrets
    .filter((secret) => secret !== undefined)
    .map((secret) => ({ id: createHash("sha256").update(secret).digest().readUInt8(0), secret }));

export const newestKey = (keys: KeyRing): number => {
  const [newest] = keys;
  if (!newest) throw new Error("The key ring is empty.");
  return newest.id;
};

/**
 * Bytes of the code in a link. A text message has room for 96 bits of it, more than the least that RFC 2104 (section 5)
 * allows; its link opens nothing without another code, sent to the same phone.
 */
const macBytes = (purpose: Purpose): number => (purpose === "text-invite" ? 12 : 32);

function mac(keys: KeyRing, keyId: number, purpose: Purpose, subject: Subject, generation: number) {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) return null;
  return createHmac("sha256", key.secret)
    .update(`${purpose}|${subject.organization}|${subject.id}|${generation}`)
    .digest();
}

const HEAD_BYTES = 21;
const TOKEN_BYTES = [HEAD_BYTES + 12, HEAD_BYTES + 32];
/** An organization's number is a 32-bit integer of the database, which has a sign. */
const LARGEST_NUMBER = 2 ** 31 - 1;
const TOKEN_SHAPE = /^(?:[A-Za-z0-9_-]{44}|[A-Za-z0-9_-]{71})$/;

/**
 * The secret part of a link: key id, organization number and id in the clear, then a 256-bit HMAC (96 bits of it for
 * text messages) over purpose and generation too. Reproducible, so a retry repeats the same bytes; never stored.
 */
export function makeToken(
  keys: KeyRing,
  keyId: number,
  purpose: Purpose,
  subject: Subject,
  generation: number,
): string {
  const code = mac(keys, keyId, purpose, subject, generation);
  if (!code) throw new Error(`No secret with key id ${keyId} is configured.`);
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(keyId, 0);
  head.writeUInt32BE(subject.organization, 1);
  Buffer.from(subject.id.replaceAll("-", ""), "hex").copy(head, 5);
  return Buffer.concat([head, code.subarray(0, macBytes(purpose))]).toString("base64url");
}

/** What a token claims to be about, unproven; null if it has not the shape of one. */
export function readToken(token: string): Subject | null {
  if (!TOKEN_SHAPE.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  if (!TOKEN_BYTES.includes(bytes.length) || bytes.toString("base64url") !== token) return null;
  if (bytes.readUInt32BE(1) > LARGEST_NUMBER) return null;
  const hex = bytes.toString("hex", 5, HEAD_BYTES);
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { organization: bytes.readUInt32BE(1), id };
}

/** Whether the token was made by us for this purpose and generation. Constant time. */
export function provesToken(keys: KeyRing, token: string, purpose: Purpose, generation: number): boolean {
  const subject = readToken(token);
  if (!subject) return false;
  const bytes = Buffer.from(token, "base64url");
  const given = bytes.subarray(HEAD_BYTES);
  if (given.length !== macBytes(purpose)) return false;
  const code = mac(keys, bytes.readUInt8(0), purpose, subject, generation);
  return code !== null && timingSafeEqual(code.subarray(0, given.length), given);
}

/** The six digits of a sign-in code, derived from its id. */
export function codeDigits(keys: KeyRing, keyId: number, id: string): string {
  const code = mac(keys, keyId, "code", { organization: 0, id }, 1);
  if (!code) throw new Error(`No secret with key id ${keyId} is configured.`);
  return String(code.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

/**
 * Short human reference, printed in messages: eight characters, opens nothing. An e-mail names its invitation by it, a
 * text message itself.
 */
export const referenceOf = (id: string): string => id.replaceAll("-", "").slice(-8).toUpperCase();
