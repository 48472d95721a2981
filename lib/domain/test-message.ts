import { z } from "zod";
import { selectTestMessage } from "@/db/queries/test-messages";
import { type Channel, channelOf, displayAddress, kindOf } from "./address";
import type { Context } from "./context";
import type { Delivery } from "./delivery-words";
import { enqueueNotices } from "./enqueue-notices";
import { DomainError } from "./errors";
import { newId } from "./id";
import { takeFromLimits } from "./limits";
import { authorize } from "./permissions";

export const SendTest = z.strictObject({});

const PER_HOUR = 5;
const HOUR = 3_600;

/** Sends a test message to the actor's own address, through the outbox like every other. Admins; five an hour. */
export async function sendTestMessage(ctx: Context, _: z.output<typeof SendTest>): Promise<{ said: string }> {
  authorize(ctx, "delivery:manage");
  const { actor, org } = ctx;
  const limit = { key: `test|${actor.contactId}`, max: PER_HOUR, windowSeconds: HOUR, amount: 1 };
  await ctx.db.transaction(async (tx) => {
    const taken = await takeFromLimits(tx, org.id, [limit]);
    if (taken.get(limit.key)?.granted === 0)
      throw new DomainError("limited", "You have sent five test messages in an hour. Try again later.");
    await enqueueNotices(tx, ctx, org.id, [
      {
        id: newId(),
        kind: "test_message",
        channel: channelOf({ kind: kindOf(actor.address) }),
        address: actor.address,
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
  });
  return { said: `A test message is on its way to ${displayAddress(actor.address)}.` };
}

export type TestMessage = {
  channel: Channel;
  /** As people write it. */
  address: string;
  delivery: Delivery;
  error: string | null;
  createdAt: Date;
};

/** The test message that the actor sent last, and what became of it; null before the first. Admins. */
export async function getTestMessage(ctx: Context): Promise<TestMessage | null> {
  authorize(ctx, "delivery:manage");
  const row = await selectTestMessage(ctx.db, { orgId: ctx.org.id, contactId: ctx.actor.contactId });
  if (!row) return null;
  const { delivery, address, createdAt, ...rest } = row;
  return {
    ...rest,
    delivery: delivery as Delivery,
    address: displayAddress(address),
    createdAt: new Date(createdAt),
  };
}
