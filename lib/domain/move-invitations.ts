import { and, eq, ne, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { selectNow } from "@/db/queries/clock";
import { type InvitationRow, selectOpenInvitations } from "@/db/queries/invitations";
import { selectSuppressed } from "@/db/queries/recipients";
import { contacts } from "@/db/schema";
import { type Address, channelOf, displayAddress, kindOf } from "./address";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { messagesAgain } from "./invitation-message";
import { cancelQueued } from "./invitations";
import { suppressionWords } from "./invite-act";
import { domainRefusal } from "./invite-domains";
import { grantMessages, rulesOfAct } from "./message-limits";
import { enqueueMessages } from "./messages";
import { guardTexts, smsSentence } from "./sms-guard";

/** A refused address, said at its field. */
export const wrongAddress = (field: string, message: string) =>
  new DomainError("invalid", [message, "Nothing was changed."].join(" "), { [field]: message });

/**
 * Refuses to who is no admin another address for somebody who waits to join a workspace that one is not in oneself:
 * whoever has the address comes in there. The caller has locked the contact, so nobody invites it meanwhile.
 */
export async function refuseElsewhere(tx: Database, ctx: Context, contactId: string): Promise<void> {
  if (ctx.actor.isAdmin) return;
  const elsewhere = await tx.execute(sql`
    select from members m
    where m.org_id = ${ctx.org.id} and m.contact_id = ${contactId} and m.joined_at is null
      and not exists (select from members own where own.org_id = m.org_id and own.workspace_id = m.workspace_id
        and own.contact_id = ${ctx.actor.contactId} and own.joined_at is not null)
    limit 1`);
  if (elsewhere.length > 0)
    throw new DomainError(
      "forbidden",
      "This person has yet to join a workspace that you are not in, and the address decides who comes in there. Ask an admin. Nothing was changed.",
    );
}

/** Refuses addresses, by field, that another contact of the organization has, and names that contact. */
export async function refuseTaken(
  tx: Database,
  ctx: Context,
  contactId: string,
  wanted: Record<string, string>,
): Promise<void> {
  for (const [field, address] of Object.entries(wanted)) {
    const [owner] = await tx
      .select({ name: contacts.name })
      .from(contacts)
      .where(
        and(
          eq(contacts.orgId, ctx.org.id),
          ne(contacts.id, contactId),
          or(eq(contacts.email, address), eq(contacts.phone, address)),
        ),
      );
    const shown = displayAddress(address);
    if (owner)
      throw wrongAddress(
        field,
        owner.name
          ? `${owner.name} has the address ${shown} already.`
          : `Another contact has the address ${shown} already.`,
      );
  }
}

/** Refuses an address that nothing may be sent to, or at which nobody is invited. */
export async function refuseBlocked(
  tx: Database,
  ctx: Context,
  field: string,
  address: string,
): Promise<void> {
  const blocked = (await selectSuppressed(tx, ctx.org.id, [address])).get(address);
  const reason = blocked
    ? suppressionWords[blocked]
    : domainRefusal(ctx.org, { kind: kindOf(address), value: address });
  if (reason) throw wrongAddress(field, `Nothing may be sent to this address: ${reason}.`);
}

/**
 * Moves the open invitations of somebody whose address was corrected, of every workspace and of the portal, from
 * the addresses named (null: all) to another: links sent so far are dead, what waits for the old address is not
 * sent, and each invitation goes out once to the new one, the portal's only where it is alone. Counts against the
 * limits; refuses when nothing may go out. Those that ran out follow unsent, so that a resend reaches the new
 * address. Answers how many messages that makes.
 */
export async function moveInvitations(
  tx: Database,
  ctx: Context,
  { contactId, from, to }: { contactId: string; from: string[] | null; to: Address },
): Promise<number> {
  await moveExpired(tx, ctx, { contactId, from, to });
  const open = await selectOpenInvitations(tx, { orgId: ctx.org.id, contactId });
  const affected = open.filter(({ address }) => !from || from.includes(address));
  if (affected.length === 0) return 0;
  const ofWorkspaces = affected.filter(({ workspaceId }) => workspaceId);
  const sendable = await withinLimits(tx, ctx, to, ofWorkspaces.length > 0 ? ofWorkspaces : affected);
  const moved = await move(tx, ctx, affected, sendable, to);
  await cancelQueued(tx, ctx.org.id, [...moved.keys()]);
  const sent = sendable.flatMap((row) => {
    const now = moved.get(row.id);
    return now ? [{ ...row, ...now }] : [];
  });
  await enqueueMessages(tx, ctx.org.id, messagesAgain(ctx, sent));
  return sent.length;
}

/** The newest of them that may be sent today. */
async function withinLimits(tx: Database, ctx: Context, to: Address, rows: InvitationRow[]) {
  const wanted = rows.map(({ workspaceId }) => ({ address: to, rules: rulesOfAct(ctx, workspaceId) }));
  const held = await grantMessages(tx, ctx.org.id, wanted, await selectNow(tx));
  const sendable = rows.filter((_, i) => !held[i]);
  if (sendable.length === 0)
    throw new DomainError("limited", ["Nothing was changed.", held[0]?.reason].join(" "));
  if (to.kind === "email") return sendable;
  const numbers = sendable.map(() => to.value);
  const blocked = await guardTexts(tx, ctx, numbers);
  const no = blocked[0];
  if (no)
    throw new DomainError(
      no.status === "over_limit" ? "limited" : "invalid",
      [smsSentence(no), "Nothing was changed."].join(" "),
    );
  return sendable.filter((_, i) => !blocked[i]);
}

async function moveExpired(
  tx: Database,
  ctx: Context,
  { contactId, from, to }: { contactId: string; from: string[] | null; to: Address },
): Promise<void> {
  await tx.execute(sql`
    update invitations set address = ${to.value}, channel = ${channelOf(to)}, generation = generation + 1
    where org_id = ${ctx.org.id} and contact_id = ${contactId}
      and (status = 'expired' or (status = 'pending' and expires_at <= now()))
      and ${from ? sql`address in (select json_array_elements_text(${JSON.stringify(from)}::json))` : sql`true`}`);
}

type Moved = Pick<InvitationRow, "id" | "generation" | "sends" | "address" | "channel">;

async function move(
  tx: Database,
  ctx: Context,
  affected: InvitationRow[],
  sendable: InvitationRow[],
  to: Address,
): Promise<Map<string, Moved>> {
  const isSent = sql`id = ${anyOf(sendable.map(({ id }) => id))}`;
  const moved = await tx.execute<Moved>(sql`
    update invitations set address = ${to.value}, channel = ${channelOf(to)}, generation = generation + 1,
      sends = sends + (${isSent})::int, sent_at = case when ${isSent} then now() else sent_at end
    where org_id = ${ctx.org.id} and status = 'pending' and id = ${anyOf(affected.map(({ id }) => id))}
    returning id, generation, sends, address, channel`);
  return new Map(moved.map((row) => [row.id, row]));
}
