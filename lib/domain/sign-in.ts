import { timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import {
  CODE_TRIES,
  type CodeRow,
  claimTry,
  consumeCode,
  insertCode,
  isCodeLive,
  retireCodes,
  selectAddressOwner,
  selectHomeCountry,
  selectPendingCode,
} from "@/db/queries/sign-in";
import { type Address, channelOf, kindOf, parseAddress } from "./address";
import type { UserContext } from "./context";
import { DomainError } from "./errors";
import { INSTALLATION, newId } from "./id";
import { enqueueMessages, type NewMessage } from "./messages";
import { safePath } from "./safe-path";
import { openSession } from "./sessions";
import { spendCode, spendTry } from "./sign-in-limits";
import { guardCode } from "./sms-guard";
import { line } from "./text";
import { codeDigits, type KeyRing, newestKey, provesToken, readToken } from "./token";
import { createUserWithAddress, proveAddress } from "./users";

export const RequestCode = z.strictObject({
  address: line(320, "Enter your email or phone number."),
  next: z.string().max(2000).optional(),
});

/** What is asked of somebody whose code is none. */
export const ENTER_DIGITS = "Enter the six digits from the message.";

export const RedeemCode = z.strictObject({
  digits: z
    .string(ENTER_DIGITS)
    .max(64)
    .transform((value) => value.normalize("NFKC").replace(/[\s-]/g, ""))
    .refine((value) => /^[0-9]{6}$/.test(value), ENTER_DIGITS),
});

export const RedeemLink = z.strictObject({ token: z.string().max(200) });

/** The browser that asks: a hash of its own cookie, and the network it comes from (null if unknown). */
export type Visitor = { browserHash: string; ip: string | null };

export type SignedIn = { userId: string; secret: string; next: string; address: string };

/**
 * `anybody`: also to an address that cannot sign in; then `language` is that of who nobody knows. `adder`: whose account
 * it is to be added to.
 */
type Asked = {
  address: string;
  next: string | null;
  withLink?: boolean;
  anybody?: boolean;
  language?: string;
  adder?: { name: string; address: string };
};

/**
 * Sends a code (by e-mail also a link, unless `withLink` is false) to an address that can sign in, or
 * to `anybody`. The answer, and the work done for it, are the same for an address that cannot. Refuses
 * addresses nobody can have, and more than three in ten minutes or ten a day for one address.
 */
export async function requestCode(ctx: UserContext, input: Visitor & Asked): Promise<void> {
  const country = input.address.includes("@") ? "US" : await selectHomeCountry(ctx.db);
  const address = readTyped(input.address, country);
  await ctx.db.transaction(async (tx) => {
    await spendCode(tx, address.value, input.ip);
    if (address.kind === "phone") await guardCode(tx, ctx.sms, address.value);
    const id = newId();
    const nextPath = safePath(input.next);
    await insertCode(tx, { id, address: address.value, browserHash: input.browserHash, nextPath });
    const owner = await selectAddressOwner(tx, address.value);
    const isKnown = owner.userId !== null || owner.isContact;
    const language = isKnown ? owner.language : (input.language ?? owner.language);
    const message = codeMessage(ctx.keys, id, { ...address, language }, input);
    await writeMessage(tx, message, isKnown || input.anybody === true);
  });
}

/** Sends another code to the address this browser last asked for. Refuses when it asked for none. */
export async function resendCode(ctx: UserContext, visitor: Visitor): Promise<void> {
  const pending = await selectPendingCode(ctx.db, visitor.browserHash);
  if (!pending)
    throw new DomainError("gone", "This sign-in took too long. Enter your email or phone number again.");
  await requestCode(ctx, { ...visitor, address: pending.address, next: pending.nextPath });
}

/**
 * What this browser waits for: the address it typed, `age` seconds ago, and what is to be said of digits it got wrong;
 * that is `spent` once no try is left.
 */
export async function getPendingCode(
  ctx: Pick<UserContext, "db">,
  browserHash: string,
): Promise<{ address: string; age: number; wrong: string | null; spent: string | null } | null> {
  const pending = await selectPendingCode(ctx.db, browserHash);
  if (!pending) return null;
  const wrong = pending.attempts > 0 ? wrongCode(CODE_TRIES - pending.attempts) : null;
  return { ...pending, wrong, spent: pending.attempts < CODE_TRIES ? null : wrong };
}

/**
 * Signs in with the digits of the newest code this browser asked for: once, within ten minutes and
 * five tries. A wrong try is counted even though it is refused. With `anybody`, whose address is nobody's
 * gets an account with it.
 */
export async function redeemCode(
  ctx: UserContext,
  input: Visitor & { digits: string; anybody?: boolean },
): Promise<SignedIn> {
  const outcome = await ctx.db.transaction(async (tx): Promise<SignedIn | { triesLeft: number }> => {
    const { code, triesLeft } = await proveCode(tx, ctx.keys, input);
    return (code && (await signIn(tx, code, input))) ?? { triesLeft };
  });
  if (!("triesLeft" in outcome)) return outcome;
  throw wrongDigits("You are not signed in.", outcome.triesLeft);
}

/** Uses up one try of this browser's newest code; answers the code, consumed, if the digits are its. */
export async function proveCode(
  tx: Database,
  keys: KeyRing,
  { browserHash, ip, digits }: Visitor & { digits: string },
): Promise<{ code: CodeRow | null; triesLeft: number }> {
  await spendTry(tx, ip);
  const tried = await claimTry(tx, browserHash);
  if (!tried) return { code: null, triesLeft: 0 };
  const code = isRight(keys, tried.id, digits) ? await consumeCode(tx, tried.id, browserHash) : null;
  return { code, triesLeft: CODE_TRIES - tried.attempts };
}

/** The refusal of digits that are not the code's. */
export const wrongDigits = (consequence: string, triesLeft: number) =>
  new DomainError("invalid", consequence, { digits: wrongCode(triesLeft) });

/**
 * Signs in with the link of a message, once, in the browser that asked for it. Any other browser is
 * told to use that one, or to type the code there.
 */
export async function redeemLink(
  ctx: UserContext,
  { token, browserHash }: { token: string; browserHash: string },
): Promise<SignedIn> {
  const subject = readToken(token);
  if (subject?.organization !== 0 || !provesToken(ctx.keys, token, "sign-in", 1)) throw deadLink();
  const signedIn = await ctx.db.transaction(async (tx) => {
    const claimed = await consumeCode(tx, subject.id, browserHash);
    return claimed && signIn(tx, claimed, { browserHash });
  });
  if (signedIn) return signedIn;
  if (!(await isCodeLive(ctx.db, subject.id))) throw deadLink();
  throw new DomainError(
    "forbidden",
    "You began to sign in with another browser. Open this link there, or type the code from the message there.",
  );
}

const deadLink = () =>
  new DomainError("gone", "This link no longer works: it has expired or was used. Ask for a new one.");

function wrongCode(triesLeft: number): string {
  if (triesLeft === 0) return "This code no longer works. Send a new one.";
  if (triesLeft === 1) return "That is not the code from the newest message. 1 try is left.";
  return `That is not the code from the newest message. ${triesLeft} tries are left.`;
}

/** An address as it was typed into a form; refuses what is none, beside its field. */
export function readTyped(typed: string, country: string): Address {
  const parsed = parseAddress(typed, country);
  if (parsed.ok) return parsed.address;
  const reason = parsed.reason.startsWith("this ") ? `T${parsed.reason.slice(1)}.` : `This ${parsed.reason}.`;
  throw new DomainError("invalid", "Please check the marked field. Nothing was sent.", { address: reason });
}

function codeMessage(
  keys: KeyRing,
  codeId: string,
  address: Address & { language: string },
  { adder, withLink }: Asked,
): NewMessage {
  const message = {
    id: newId(),
    channel: channelOf(address),
    address: address.value,
    subjectId: codeId,
    number: 1,
    invitationId: null,
    contactId: null,
    language: address.language,
    priority: 0 as const,
    holdSeconds: 0,
  };
  const code = { keyId: newestKey(keys), codeId };
  if (adder)
    return {
      ...message,
      kind: "address_code",
      values: { ...code, personName: adder.name, personAddress: adder.address },
    };
  const isLinked = address.kind === "email" && withLink !== false;
  return { ...message, kind: "sign_in_code", values: { ...code, withLink: isLinked } };
}

/** Runs as many statements for everybody; for an address that cannot sign in the message is taken back. */
async function writeMessage(tx: Database, message: NewMessage, isKnown: boolean): Promise<void> {
  await tx.execute(sql`savepoint message`);
  await enqueueMessages(tx, INSTALLATION, [message]);
  await tx.execute(isKnown ? sql`release savepoint message` : sql`rollback to savepoint message`);
}

function isRight(keys: KeyRing, codeId: string, digits: string): boolean {
  const given = Buffer.from(digits.padEnd(6).slice(0, 6), "latin1");
  const verdicts = keys.map(({ id }) => timingSafeEqual(Buffer.from(codeDigits(keys, id, codeId)), given));
  return verdicts.includes(true);
}

/**
 * Null when the address belongs to nobody: then no message was sent, and the digits were a guess. Whoever has the code
 * was reached: where the address was unproven, everybody else's sessions end.
 */
async function signIn(
  tx: Database,
  code: CodeRow,
  { browserHash, anybody }: { browserHash: string; anybody?: boolean },
): Promise<SignedIn | null> {
  const owner = await selectAddressOwner(tx, code.address);
  if (!owner.userId && !owner.isContact && !anybody) return null;
  const userId =
    owner.userId ??
    (
      await createUserWithAddress(tx, {
        address: code.address,
        kind: kindOf(code.address),
        name: owner.name ?? code.address,
        isProven: true,
      })
    ).userId;
  await proveAddress(tx, { address: code.address, userId });
  await retireCodes(tx, browserHash);
  const { address, nextPath } = code;
  return { userId, secret: await openSession(tx, userId), next: safePath(nextPath) ?? "/", address };
}
