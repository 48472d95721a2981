import { z } from "zod";
import type { Database } from "@/db/client";
import { claimAddress, fillContact, lockOwnAddresses, selectOwnAddresses } from "@/db/queries/account";
import { selectAddressOwner, selectPendingCode } from "@/db/queries/sign-in";
import { recordActivity } from "./activity";
import { displayAddress, kindOf, shownName } from "./address";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { INSTALLATION } from "./id";
import { inOneAct } from "./invite-write";
import { takeFromLimits } from "./limits";
import { authorize } from "./permissions";
import { proveCode, readTyped, requestCode, type Visitor, wrongDigits } from "./sign-in";
import { line } from "./text";

export const MOST_ADDRESSES = 10;
const ASKED_A_DAY = 10;

export const AskForAddress = z.strictObject({
  address: line(320, "Enter an email or phone number."),
});

/** The signed-in person: their name here, and every address that opens their account, as people write it. */
export type Account = {
  name: string;
  addresses: string[];
  hasEmail: boolean;
  hasPhone: boolean;
  /** The language one has chosen here; null: none. */
  language: string | null;
};

/** One's own account. */
export async function getAccount(ctx: Context): Promise<Account> {
  authorize(ctx, "account:view");
  const addresses = await selectOwnAddresses(ctx.db, ctx.actor.userId);
  const kinds = addresses.map(kindOf);
  return {
    name: shownName(ctx.actor.name),
    addresses: addresses.map(displayAddress),
    hasEmail: kinds.includes("email"),
    hasPhone: kinds.includes("phone"),
    language: ctx.actor.language,
  };
}

/** The address this browser has a code for and has not yet added, if any. */
export async function getPendingAddress(ctx: Context, browserHash: string): Promise<string | null> {
  authorize(ctx, "account:view");
  const pending = await selectPendingCode(ctx.db, browserHash);
  return pending && displayAddress(pending.address);
}

/**
 * Sends a code to an address that one wants to add to one's account. The answer is the same whoever it belongs to.
 * Refuses what is no address or one's own already, more than ten addresses, and more than ten codes a day.
 */
export async function askForAddress(
  ctx: Context,
  input: Visitor & z.output<typeof AskForAddress>,
): Promise<void> {
  authorize(ctx, "account:edit");
  const { userId, name, address: known } = ctx.actor;
  const address = readTyped(input.address, ctx.org.country).value;
  const own = await selectOwnAddresses(ctx.db, userId);
  if (own.includes(address)) throw wrongField("This is one of your addresses already.");
  if (own.length >= MOST_ADDRESSES) throw wrongField(TOO_MANY);
  await ctx.db.transaction(async (tx) => {
    const key = `account|${userId}`;
    const limit = { key, max: ASKED_A_DAY, windowSeconds: 86_400, amount: 1 };
    if ((await takeFromLimits(tx, INSTALLATION, [limit])).get(key)?.granted !== 1)
      throw new DomainError("limited", "Too many codes were asked for. Try again tomorrow.");
    const { language } = await selectAddressOwner(tx, known);
    const adder = { name: shownName(name), address: known };
    await requestCode(
      { ...ctx, db: tx, userId },
      { ...input, address, next: null, anybody: true, language, adder },
    );
  });
}

const TOO_MANY = `An account has at most ${MOST_ADDRESSES} addresses.`;

const wrongField = (message: string) =>
  new DomainError("invalid", "Please check the marked field. Nothing was sent.", { address: message });

/**
 * Adds the address that this browser asked a code for, once it is proven: from then on it opens the account, and the
 * person's contact here gets it where it had none of its kind. Refuses wrong digits, an address that opens another account,
 * and an eleventh one.
 */
export async function addAddress(
  ctx: Context,
  input: Visitor & { digits: string },
): Promise<{ address: string }> {
  authorize(ctx, "account:edit");
  const outcome = await inOneAct(ctx.db, async (tx) => {
    const { code, triesLeft } = await proveCode(tx, ctx.keys, input);
    return code ? own(tx, ctx, code.address) : { triesLeft };
  });
  if ("triesLeft" in outcome) throw wrongDigits("Nothing was added.", outcome.triesLeft);
  if (outcome.isTooMany)
    throw new DomainError(
      "conflict",
      `An account has at most ${MOST_ADDRESSES} addresses. Nothing was added.`,
    );
  if (!outcome.isOwn)
    throw new DomainError(
      "conflict",
      "This address opens another account of yours. Sign in with it, or add a different one. Nothing was changed.",
    );
  return { address: displayAddress(outcome.address) };
}

async function own(tx: Database, ctx: Context, address: string) {
  const { userId, contactId, name } = ctx.actor;
  const kind = kindOf(address);
  const known = await lockOwnAddresses(tx, userId);
  if (known.length >= MOST_ADDRESSES && !known.includes(address))
    return { address, isOwn: false, isTooMany: true };
  if (!(await claimAddress(tx, { address, kind, userId })))
    return { address, isOwn: false, isTooMany: false };
  if (await fillContact(tx, { orgId: ctx.org.id, contactId, kind, address }))
    await recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: contactId, contactId }, [
      { kind: "contact_edited", data: { name, fields: [kind] } },
    ]);
  return { address, isOwn: true, isTooMany: false };
}
