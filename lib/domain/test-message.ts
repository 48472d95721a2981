import { z } from "zod";
import { selectOwnAddresses } from "@/db/queries/account";
import { reserveMessage, selectTestMessages } from "@/db/queries/test-messages";
import { type Channel, channelOf, displayAddress, kindOf } from "./address";
import type { Context } from "./context";
import type { Way } from "./delivery-health";
import type { Delivery } from "./delivery-words";
import { enqueueNotices } from "./enqueue-notices";
import { DomainError } from "./errors";
import { newId } from "./id";
import { takeFromLimits } from "./limits";
import { authorize } from "./permissions";

/** `way`: the one to try; without, or empty, it goes as every message goes. */
export const SendTest = z.strictObject({ way: z.string().optional() });

const PER_HOUR = 5;
const HOUR = 3_600;

const channelTo = (address: string): Channel => channelOf({ kind: kindOf(address) });

/** Where the actor gets messages by a way: at the address they act under, else at another that is proven to be theirs. */
async function addressFor({ db, actor }: Context, { handles }: Way): Promise<string> {
  const own = (await selectOwnAddresses(db, actor.userId)).filter(({ isProven }) => isProven);
  const found = [actor.address, ...own.map(({ address }) => address)].find((address) =>
    handles.includes(channelTo(address)),
  );
  if (found !== undefined) return found;
  throw new DomainError(
    "conflict",
    handles.includes("sms")
      ? "Your account has no phone number for a test. Add one to it first."
      : "Your account has no email address for a test. Add one to it first.",
  );
}

/**
 * Sends a test message to the actor's own address through the outbox, like every other or by the one of `ways` that is
 * named. Admins; five an hour.
 */
export async function sendTestMessage(
  ctx: Context,
  input: z.output<typeof SendTest>,
  { ways }: { ways: readonly Way[] },
): Promise<{ said: string }> {
  authorize(ctx, "delivery:manage");
  const { actor, org } = ctx;
  const way = input.way ? ways.find(({ name }) => name === input.way) : null;
  if (way === undefined) throw new DomainError("conflict", "This channel is not set up any more.");
  const address = way ? await addressFor(ctx, way) : actor.address;
  const id = newId();
  const limit = { key: `test|${actor.contactId}`, max: PER_HOUR, windowSeconds: HOUR, amount: 1 };
  await ctx.db.transaction(async (tx) => {
    if ((await takeFromLimits(tx, org.id, [limit])).size > 0)
      throw new DomainError("limited", "You have sent five test messages in an hour. Try again later.");
    await enqueueNotices(tx, ctx, org.id, [
      {
        id,
        kind: "test_message",
        channel: channelTo(address),
        address,
        subjectId: newId(),
        number: 1,
        invitationId: null,
        contactId: actor.contactId,
        language: org.language,
        priority: 1,
        holdSeconds: 0,
        values: {
          organizationName: org.name,
          personName: actor.name,
          path: `/${org.slug}/settings/delivery`,
        },
      },
    ]);
    if (way) await reserveMessage(tx, { orgId: org.id, id, provider: way.name });
  });
  return { said: `A test message is on its way to ${displayAddress(address)}.` };
}

export type TestMessage = {
  /** The way that took it, or is to; null while any may. */
  way: string | null;
  channel: Channel;
  /** As people write it. */
  address: string;
  delivery: Delivery;
  error: string | null;
  createdAt: Date;
};

/** The test messages that the actor sent last by each way, the newest first, and what became of them. Admins. */
export async function listTestMessages(ctx: Context): Promise<TestMessage[]> {
  authorize(ctx, "delivery:manage");
  const rows = await selectTestMessages(ctx.db, { orgId: ctx.org.id, contactId: ctx.actor.contactId });
  return rows.map(({ provider, delivery, address, createdAt, ...rest }) => ({
    ...rest,
    way: provider,
    delivery: delivery as Delivery,
    address: displayAddress(address),
    createdAt: new Date(createdAt),
  }));
}
