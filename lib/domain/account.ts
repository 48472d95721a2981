import { z } from "zod";
import type { Database } from "@/db/client";
import {
  claimAddress,
  fillContact,
  lockOwnAddresses,
  type OwnAddress,
  selectOwnAddresses,
} from "@/db/queries/account";
import { selectAddressOwner } from "@/db/queries/sign-in";
import { recordActivity } from "./activity";
import { displayAddress, kindOf, shownName } from "./address";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { INSTALLATION } from "./id";
import { inOneAct } from "./invite-write";
import { takeFromLimits } from "./limits";
import { authorize } from "./permissions";
import { openSession } from "./sessions";
import { getPendingCode, proveCode, readTyped, requestCode, type Visitor, wrongDigits } from "./sign-in";
import { line } from "./text";
import { proveAddress } from "./users";

export const MOST_ADDRESSES = 10;
const ASKED_A_DAY = 10;

export const AskForAddress = z.strictObject({
  address: line(320, "Enter an email or phone number."),
});

/**
 * The signed-in person: their name here and every address that opens their account, as people write it. `unproven`: the
 * one they joined with by a link that somebody handed them, and were never reached at.
 */
export type Account = {
  name: string;
  /** False while they are called by an address of theirs. */
  isNamed: boolean;
  addresses: string[];
  unproven: string | null;
  hasEmail: boolean;
  hasPhone: boolean;
  /** The language one has chosen here; null: none. */
  language: string | null;
};

/** One's own account. */
export async function getAccount(ctx: Context): Promise<Account> {
  authorize(ctx, "account:view");
  const own = await selectOwnAddresses(ctx.db, ctx.actor.userId);
  const addresses = own.map(({ address }) => address);
  const kinds = addresses.map(kindOf);
  const unproven = unprovenOf(own);
  return {
    name: shownName(ctx.actor.name),
    isNamed: !addresses.some((address) => [address, displayAddress(address)].includes(ctx.actor.name)),
    addresses: addresses.map(displayAddress),
    unproven: unproven && displayAddress(unproven),
    hasEmail: kinds.includes("email"),
    hasPhone: kinds.includes("phone"),
    language: ctx.actor.language,
  };
}

const unprovenOf = (own: OwnAddress[]): string | null =>
  own.find(({ isProven }) => !isProven)?.address ?? null;

/** An address that a code was sent to; `spent`: why that code does not work any more, if it does not. */
export type PendingAddress = { address: string; spent: string | null };

/** The address this browser has asked a code for and has not yet added, if any. */
export async function getPendingAddress(ctx: Context, browserHash: string): Promise<PendingAddress | null> {
  authorize(ctx, "account:view");
  const pending = await getPendingCode(ctx, browserHash);
  return pending && { address: displayAddress(pending.address), spent: pending.spent };
}

/**
 * Sends a code to an address that one wants to add to one's account, or that is still to be proven: then as for signing
 * in, since its owner need not be who asks. The answer is the same whoever it belongs to. Refuses what is no address or
 * one's own already, a second address while the first is unproven, more than ten addresses, and more than ten codes a
 * day.
 */
export async function askForAddress(
  ctx: Context,
  input: Visitor & z.output<typeof AskForAddress>,
): Promise<void> {
  authorize(ctx, "account:edit");
  const { userId, name, address: known } = ctx.actor;
  const address = readTyped(input.address, ctx.org.country).value;
  const own = await selectOwnAddresses(ctx.db, userId);
  const unproven = unprovenOf(own);
  if (unproven && unproven !== address) throw wrongField(proveFirst(unproven));
  if (!unproven && includes(own, address)) throw wrongField("This is one of your addresses already.");
  if (own.length >= MOST_ADDRESSES) throw wrongField(TOO_MANY);
  await ctx.db.transaction(async (tx) => {
    const key = `account|${userId}`;
    const limit = { key, max: ASKED_A_DAY, windowSeconds: 86_400, amount: 1 };
    if ((await takeFromLimits(tx, INSTALLATION, [limit])).size > 0)
      throw new DomainError("limited", "Too many codes were asked for. Try again tomorrow.");
    const { language } = await selectAddressOwner(tx, known);
    const adder = unproven ? undefined : { name: shownName(name), address: known };
    await requestCode(
      { ...ctx, db: tx, userId },
      { ...input, address, next: null, anybody: true, withLink: false, language, adder },
    );
  });
}

const TOO_MANY = `An account has at most ${MOST_ADDRESSES} addresses.`;

const proveFirst = (address: string) =>
  `Confirm ${displayAddress(address)} first: have a code sent to it, and enter it here.`;

const includes = (own: OwnAddress[], address: string) => own.some((one) => one.address === address);

const wrongField = (message: string) =>
  new DomainError("invalid", "Please check the marked field. Nothing was sent.", { address: message });

/**
 * Adds the address that this browser asked a code for, once it is proven: from then on it opens the account, and the
 * person's contact here gets it where it had none of its kind. Proving the one that was unproven ends all the account's
 * sessions; `secret` is a new one's, for this browser. Refuses wrong digits, an address that opens another account, any
 * but the unproven one while there is one, and an eleventh one.
 */
export async function addAddress(
  ctx: Context,
  input: Visitor & { digits: string },
): Promise<{ address: string; secret: string | null }> {
  authorize(ctx, "account:edit");
  const outcome = await inOneAct(ctx.db, async (tx) => {
    const { code, triesLeft } = await proveCode(tx, ctx.keys, input);
    return code ? own(tx, ctx, code.address) : { triesLeft };
  });
  if ("triesLeft" in outcome) throw wrongDigits("Nothing was added.", outcome.triesLeft);
  if ("refused" in outcome) throw new DomainError("conflict", `${outcome.refused} Nothing was added.`);
  if (!outcome.isOwn)
    throw new DomainError(
      "conflict",
      "This address opens another account of yours. Sign in with it, or add a different one. Nothing was changed.",
    );
  return { address: displayAddress(outcome.address), secret: outcome.secret };
}

async function own(tx: Database, ctx: Context, address: string) {
  const { userId, contactId, name } = ctx.actor;
  const kind = kindOf(address);
  const known = await lockOwnAddresses(tx, userId);
  const unproven = unprovenOf(known);
  if (unproven && unproven !== address) return { refused: proveFirst(unproven) };
  if (known.length >= MOST_ADDRESSES && !includes(known, address)) return { refused: TOO_MANY };
  const isReached = await proveAddress(tx, { address, userId });
  if (isReached) return { address, isOwn: true, secret: await openSession(tx, userId) };
  if (!(await claimAddress(tx, { address, kind, userId }))) return { address, isOwn: false, secret: null };
  if (await fillContact(tx, { orgId: ctx.org.id, contactId, kind, address }))
    await recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: contactId, contactId }, [
      { kind: "contact_edited", data: { name, fields: [kind] } },
    ]);
  return { address, isOwn: true, secret: null };
}
