import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { selectInvitations } from "@/db/queries/invitations";
import { selectSuppressed } from "@/db/queries/recipients";
import { contacts, members } from "@/db/schema";
import { recordActivity } from "./activity";
import { type Address, channelOf, displayAddress, parseAddress } from "./address";
import type { WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { cancelQueued } from "./invitations";
import { suppressionWords } from "./invite-act";
import { inviterLimit, recipientLimit } from "./invite-plan";
import { takeFromLimits } from "./limits";
import { enqueueMessages } from "./messages";
import { authorize, can } from "./permissions";
import { invitationMessage } from "./resend";
import { line } from "./text";

export const ChangeAddress = z.strictObject({
  contact: z.uuid(),
  address: line(254, "Enter an email or phone number."),
});

/**
 * Corrects the address of somebody who has not joined: their open invitations move to a new link
 * generation, links sent to the old address are dead, nothing more goes there, and the invitation to
 * this workspace is sent to the new one. Role and actions stay. For a new internal user only admins
 * may, since it decides who becomes one. Refuses an address that another contact has.
 */
export async function changeAddress(
  ctx: WorkspaceContext,
  input: z.output<typeof ChangeAddress>,
): Promise<{ address: string }> {
  authorize(ctx, "invitations:change-address");
  const parsed = parseAddress(input.address, ctx.org.country);
  if (!parsed.ok) throw wrong(`${input.address}: ${parsed.reason}.`);
  const { address } = parsed;
  await ctx.db.transaction(async (tx) => {
    const person = await notJoinedPerson(tx, ctx, input.contact);
    if (person.email === address.value || person.phone === address.value)
      throw wrong("This is the address it was sent to. Enter the corrected one.");
    await refuseBlocked(tx, ctx, address);
    await moveContact(tx, ctx, input.contact, address);
    const moved = await moveInvitations(tx, ctx, input.contact, address);
    await cancelQueued(tx, ctx.org.id, moved);
    const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
    const rows = await selectInvitations(tx, at, { ids: moved });
    await enqueueMessages(
      tx,
      ctx.org.id,
      rows.map((row) => invitationMessage(ctx, ctx.workspace, row)),
    );
    await recordActivity(tx, { ...at, actorId: ctx.actor.contactId }, [
      { kind: "address_changed", data: { name: person.name ?? displayAddress(address.value) } },
    ]);
  });
  return { address: displayAddress(address.value) };
}

const wrong = (message: string) =>
  new DomainError("invalid", `${message} Nothing was changed.`, { address: message });

async function notJoinedPerson(tx: Database, ctx: WorkspaceContext, contactId: string) {
  const [person] = await tx
    .select({
      name: contacts.name,
      email: contacts.email,
      phone: contacts.phone,
      kind: contacts.kind,
      userId: contacts.userId,
    })
    .from(contacts)
    .innerJoin(
      members,
      and(
        eq(members.orgId, contacts.orgId),
        eq(members.workspaceId, ctx.workspace.id),
        eq(members.contactId, contacts.id),
      ),
    )
    .where(and(eq(contacts.orgId, ctx.org.id), eq(contacts.id, contactId)))
    .for("update", { of: contacts });
  if (!person) throw notFound();
  if (person.userId)
    throw new DomainError("conflict", "This person has joined and owns this address. Nothing was changed.");
  if (person.kind === "internal" && !can("members:invite-internal", ctx.actor, ctx.workspace))
    throw new DomainError(
      "forbidden",
      "Only admins can change the address of a new internal user. Ask an admin.",
    );
  return person;
}

async function refuseBlocked(tx: Database, ctx: WorkspaceContext, address: Address): Promise<void> {
  const blocked = (await selectSuppressed(tx, ctx.org.id, [address.value])).get(address.value);
  if (blocked) throw wrong(`Nothing may be sent to this address: ${suppressionWords[blocked]}.`);
  const taken = await takeFromLimits(tx, ctx.org.id, [inviterLimit(ctx, 1), recipientLimit(address)]);
  if ([...taken.values()].some(({ granted }) => granted === 0))
    throw new DomainError(
      "limited",
      "Too many messages today, to this person or from you. Nothing was changed; try tomorrow.",
    );
}

async function moveContact(tx: Database, ctx: WorkspaceContext, id: string, address: Address): Promise<void> {
  const moved = await tx
    .update(contacts)
    .set(address.kind === "email" ? { email: address.value } : { email: null, phone: address.value })
    .where(
      and(
        eq(contacts.orgId, ctx.org.id),
        eq(contacts.id, id),
        isNull(contacts.userId),
        sql`not exists (select from contacts o where o.org_id = ${ctx.org.id} and o.id <> ${id}
          and (o.email = ${address.value} or o.phone = ${address.value}))`,
      ),
    )
    .returning({ id: contacts.id });
  if (moved.length === 0)
    throw wrong("Another contact has this address already. Invite that contact instead.");
}

async function moveInvitations(tx: Database, ctx: WorkspaceContext, contactId: string, address: Address) {
  const moved = await tx.execute<{ id: string }>(sql`
    update invitations set address = ${address.value}, channel = ${channelOf(address)}, generation = generation + 1,
      sends = sends + 1, sent_at = now()
    where org_id = ${ctx.org.id} and contact_id = ${contactId} and status = 'pending' and expires_at > now()
    returning id`);
  return moved.map(({ id }) => id);
}
