import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import { isOfInvitation } from "@/db/queries/invitation-kinds";
import { selectInvitations } from "@/db/queries/invitations";
import { recordActivity } from "./activity";
import { kindOf } from "./address";
import type { Context } from "./context";
import { DomainError, notFound } from "./errors";
import { newId } from "./id";
import { suppressionWords } from "./invite-act";
import { domainRefusal } from "./invite-domains";
import { inOneAct } from "./invite-write";
import { grantMessages, rulesOfAct } from "./message-limits";
import { OUTBOX_CHANNEL } from "./messages";
import { authorize } from "./permissions";
import { resendRows } from "./resend";
import { guardTexts, smsSentence } from "./sms-guard";

export const SendAgain = z.strictObject({ message: z.uuid() });

type Found = {
  state: string;
  kind: string;
  isOfInvitation: boolean;
  address: string;
  subjectId: string;
  workspaceId: string | null;
  isNewest: boolean;
  suppressed: keyof typeof suppressionWords | null;
};

/**
 * Sends a message again that failed, or of which nobody knows whether it arrived, as a new message under the next
 * number: an invitation as `resendInvitations` would, everything else word for word. Asks the same limits. Refuses one
 * that is not the newest of its kind, that did not fail, or whose address must not be written to or invited. Only admins may.
 * Answers the new message's id.
 */
export async function sendAgain(
  ctx: Context,
  { message }: z.output<typeof SendAgain>,
): Promise<{ message: string }> {
  authorize(ctx, "outbox:send-again");
  return inOneAct(ctx.db, async (tx) => {
    const found = await lockMessage(tx, ctx.org.id, message);
    if (!found) throw notFound();
    if (!found.isNewest)
      throw new DomainError("conflict", "This message was sent again already. Look at the newest one.");
    if (found.state !== "failed" && found.state !== "uncertain")
      throw new DomainError("conflict", "Only messages that failed can be sent again.");
    if (found.suppressed)
      throw new DomainError("conflict", `Not sent: ${suppressionWords[found.suppressed]}.`);
    const atDomain = found.isOfInvitation && domainRefusal(ctx.org, addressOf(found));
    if (atDomain) throw new DomainError("conflict", `Not sent: ${atDomain}.`);
    if (found.kind === "invitation") await resendOne(tx, ctx, found);
    else await copy(tx, ctx, message, found);
    const newest = await selectNewest(tx, ctx.org.id, found);
    await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
    return { message: newest };
  });
}

async function lockMessage(tx: Database, orgId: string, id: string): Promise<Found | undefined> {
  const [found] = await tx.execute<Found>(sql`
    select m.state, m.kind, ${isOfInvitation(sql`m.kind`)} as "isOfInvitation", m.address, m.subject_id as "subjectId", i.workspace_id as "workspaceId",
      s.reason as suppressed,
      not exists (select from messages n where n.org_id = m.org_id and n.subject_id = m.subject_id and n.kind = m.kind
        and n.address = m.address and n.number > m.number) as "isNewest"
    from messages m
    left join invitations i on i.org_id = m.org_id and i.id = m.invitation_id
    left join suppressions s on s.org_id = m.org_id and s.address = m.address
    where m.org_id = ${orgId} and m.id = ${id} for update of m`);
  return found;
}

async function resendOne(tx: Database, ctx: Context, found: Found): Promise<void> {
  const { workspaceId, subjectId } = found;
  const rows = await selectInvitations(tx, { orgId: ctx.org.id, workspaceId }, { ids: [subjectId] });
  const [outcome] = rows.length > 0 ? await resendRows(tx, ctx, rows) : [];
  if (!outcome) throw notFound();
  if (!outcome.isSent)
    throw new DomainError(outcome.resendAt ? "limited" : "conflict", outcome.reason ?? "Not sent.");
}

const addressOf = ({ address }: Found) => ({ kind: kindOf(address), value: address });

/** One about an invitation is counted among its messages, by which the next one gets its number. */
async function copy(tx: Database, ctx: Context, message: string, found: Found): Promise<void> {
  const address = addressOf(found);
  const wanted = { address, rules: rulesOfAct(ctx, found.workspaceId) };
  const [held] = await grantMessages(tx, ctx.org.id, [wanted], await selectNow(tx));
  if (held) throw new DomainError("limited", held.reason);
  const [blocked] = address.kind === "phone" ? await guardTexts(tx, ctx, [address.value]) : [];
  if (blocked) throw new DomainError("limited", smsSentence(blocked));
  await tx.execute(sql`
    with counted as (
      update invitations i set sends = i.sends + 1, sent_at = now() from messages m
      where m.org_id = ${ctx.org.id} and m.id = ${message} and ${isOfInvitation(sql`m.kind`)}
        and i.org_id = m.org_id and i.id = m.invitation_id
      returning i.sends
    )
    insert into messages (org_id, id, kind, channel, address, subject_id, number, invitation_id, contact_id,
      template_version, language, "values", priority)
    select org_id, ${newId()}, kind, channel, address, subject_id,
      coalesce((select sends from counted), number + 1), invitation_id, contact_id,
      template_version, language, "values", 1
    from messages where org_id = ${ctx.org.id} and id = ${message}`);
  await recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId }, [
    { kind: "message_sent_again", data: { message } },
  ]);
}

async function selectNewest(tx: Database, orgId: string, { subjectId, kind }: Found): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from messages where org_id = ${orgId} and subject_id = ${subjectId} and kind = ${kind}
    order by id desc limit 1`);
  if (!row) throw notFound();
  return row.id;
}
