import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { contacts, members } from "@/db/schema";
import { recordActivity } from "./activity";
import { displayAddress, parseAddress } from "./address";
import type { WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { inOneAct } from "./invite-write";
import {
  moveInvitations,
  refuseBlocked,
  refuseElsewhere,
  refuseTaken,
  wrongAddress,
} from "./move-invitations";
import { authorize, can } from "./permissions";
import { line } from "./text";

export const ChangeAddress = z.strictObject({
  contact: z.uuid(),
  address: line(254, "Enter an email or phone number."),
});

/** The address as people write it, and how many messages went to it. */
export type Corrected = { address: string; sent: number };

/**
 * Corrects the address of somebody who has not joined: their open invitations move to a new link
 * generation, links sent to the old address are dead, nothing more goes there, and they are sent to the
 * new one. Role and actions stay. Since it decides who comes in, only admins may for a new internal user, and for who
 * waits to join a workspace that one is not in as well. Refuses an address that another contact has. Answers how many
 * messages that makes: none, if no invitation of theirs is open.
 */
export async function changeAddress(
  ctx: WorkspaceContext,
  input: z.output<typeof ChangeAddress>,
): Promise<Corrected> {
  authorize(ctx, "invitations:change-address");
  const parsed = parseAddress(input.address, ctx.org.country);
  if (!parsed.ok) throw wrongAddress("address", `${input.address}: ${parsed.reason}.`);
  const { address } = parsed;
  const sent = await inOneAct(ctx.db, async (tx) => {
    const person = await notJoinedPerson(tx, ctx, input.contact);
    await refuseElsewhere(tx, ctx, input.contact);
    if (person.email === address.value || person.phone === address.value)
      throw wrongAddress("address", "This is the address it was sent to. Enter the corrected one.");
    await refuseTaken(tx, ctx, input.contact, { address: address.value });
    await refuseBlocked(tx, ctx, "address", address.value);
    await tx
      .update(contacts)
      .set(address.kind === "email" ? { email: address.value } : { email: null, phone: address.value })
      .where(and(eq(contacts.orgId, ctx.org.id), eq(contacts.id, input.contact)));
    const count = await moveInvitations(tx, ctx, { contactId: input.contact, from: null, to: address });
    await recordActivity(
      tx,
      {
        orgId: ctx.org.id,
        workspaceId: ctx.workspace.id,
        actorId: ctx.actor.contactId,
        contactId: input.contact,
      },
      [{ kind: "address_changed", data: { name: person.name ?? displayAddress(address.value) } }],
    );
    return count;
  });
  return { address: displayAddress(address.value), sent };
}

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
