import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { OfferRow } from "@/db/queries/accept";
import { attendedAnew } from "@/db/queries/attention";
import { selectNow } from "@/db/queries/clock";
import { selectSentTo } from "@/db/queries/invitations";
import { selectSelf } from "@/db/queries/self";
import { suppressions } from "@/db/schema";
import { recordActivity } from "./activity";
import { displayAddress, kindOf } from "./address";
import type { UserContext } from "./context";
import { enqueueNotices } from "./enqueue-notices";
import { DomainError } from "./errors";
import { newId } from "./id";
import { messagesAgain } from "./invitation-message";
import { cancelQueued } from "./invitations";
import { domainRefusal } from "./invite-domains";
import { inOneAct } from "./invite-write";
import { nameIn, noticeToInviter, toInviter, valuesOf } from "./inviter-notices";
import type { Language } from "./languages";
import { isUsedUp, takeFromLimits } from "./limits";
import { grantMessages, rulesOf } from "./message-limits";
import { enqueueMessages } from "./messages";
import { findOffer, generationOf, offerLanguage, readOffer } from "./offer";
import { LONGEST_LIFE_DAYS } from "./resend";
import { guardTexts } from "./sms-guard";
import { makeToken, newestKey, readToken } from "./token";

/**
 * "No thanks": closes the invitation and tells the inviter. Answers a receipt, by which `findDeclined` knows who
 * declined; null if the invitation was not open.
 */
export async function declineOffer(ctx: UserContext, token: string): Promise<string | null> {
  const offer = await readOffer(ctx, token);
  if (offer.state !== "open") return null;
  const { row } = offer;
  return ctx.db.transaction(async (tx) => {
    const closed = await tx.execute(sql`
      update invitations set status = 'declined', closed_at = now()
      where org_id = ${row.orgId} and id = ${row.id} and status = 'pending' and generation = ${row.generation}
      returning id`);
    if (closed.length === 0) return null;
    await cancelQueued(tx, row.orgId, [row.id]);
    await enqueueNotices(tx, ctx, row.orgId, [noticeToInviter(row, "invitation_declined", 1)]);
    await recordActivity(tx, { orgId: row.orgId, workspaceId: row.workspaceId, actorId: row.contactId }, [
      { kind: "invitation_declined", data: { name: nameIn(row) } },
    ]);
    return makeToken(ctx.keys, newestKey(ctx.keys), "declined", row, row.generation);
  });
}

/** The declined invitation of a link, for who holds the receipt of declining it; to everybody else its link is dead. */
export async function findDeclined(
  ctx: UserContext,
  { token, receipt }: { token: string; receipt: string },
): Promise<OfferRow | null> {
  const row = await findOffer(ctx, token);
  const isOfIt = row !== null && readToken(receipt)?.id === row.id;
  return isOfIt && row.status === "declined" && generationOf(ctx.keys, receipt, ["declined"], row)
    ? row
    : null;
}

/** The links of an invitation. */
const OFFERING = ["invite", "text-invite", "handed-invite"] as const;

/** Seconds between two new links for one invitation. */
const NEW_LINK_GAP_SECONDS = 600;

/**
 * "Send me a new link": whatever was given, the asker learns nothing. If it was a link of ours whose
 * invitation can still be honoured, a message goes to the invited address only and the inviter is told.
 */
export async function requestNewLink(ctx: UserContext, token: string): Promise<void> {
  const row = await findOffer(ctx, token);
  if (!row?.isRenewable || row.isSuppressed || generationOf(ctx.keys, token, OFFERING, row) === null) return;
  if (domainRefusal(row, { kind: kindOf(row.address), value: row.address })) return;
  await inOneAct(ctx.db, async (tx) => {
    if (await isOverLimits(tx, ctx, row)) return;
    const org = { id: row.orgId, country: row.country };
    if (row.channel === "sms" && (await guardTexts(tx, { ...ctx, org }, [row.address]))[0]) return;
    const renewed = await renewOffer(tx, row);
    if (!renewed) return;
    await enqueueMessages(tx, row.orgId, newLinkMessages(ctx, row, renewed));
    await enqueueNotices(tx, ctx, row.orgId, [noticeToInviter(row, "link_requested", renewed.sends)]);
    await recordActivity(tx, { orgId: row.orgId, workspaceId: row.workspaceId, actorId: row.contactId }, [
      { kind: "link_requested", data: { name: nameIn(row) } },
    ]);
  });
}

async function isOverLimits(tx: Database, ctx: UserContext, row: OfferRow): Promise<boolean> {
  const gap = {
    key: `new-link:${row.id}`,
    max: 1,
    windowSeconds: NEW_LINK_GAP_SECONDS,
    reached: "A new link went out a moment ago.",
  };
  const org = { ...row, id: row.orgId, name: row.organizationName };
  const wanted = {
    address: { kind: kindOf(row.address), value: row.address },
    rules: [gap, ...rulesOf(ctx, org, row.workspaceId)],
  };
  const [held] = await grantMessages(tx, row.orgId, [wanted], await selectNow(tx));
  return held !== null;
}

async function renewOffer(tx: Database, row: OfferRow) {
  const until = sql`greatest(i.expires_at, least(now() + make_interval(hours => ${row.invitationHours}),
    i.created_at + make_interval(days => ${LONGEST_LIFE_DAYS})))`;
  const [renewed] = await tx.execute<{ sends: number; expiresAt: number }>(sql`
    update invitations i set sends = i.sends + 1, sent_at = now(), status = 'pending', closed_at = null,
      ${attendedAnew(until)}
    where i.org_id = ${row.orgId} and i.id = ${row.id} and i.status in ('pending', 'expired')
      and not exists (select from invitations o where o.org_id = i.org_id and o.contact_id = i.contact_id
        and o.workspace_id is not distinct from i.workspace_id and o.status = 'pending' and o.id <> i.id)
    returning i.sends, (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt"`);
  return renewed ?? null;
}

/** The same invitation again, to the address it went to. */
function newLinkMessages(ctx: UserContext, row: OfferRow, renewed: { sends: number; expiresAt: number }) {
  const { organizationName: name, organization: number, language, timeZone } = row;
  const from = { keys: ctx.keys, org: { name, number, language, timeZone } };
  return messagesAgain(from, [{ ...row, ...renewed, invitedBy: row.inviterId }]);
}

/** The invitation that a stop link was sent with, and of which generation; null for every other link. */
async function findStop(ctx: UserContext, token: string) {
  const row = await findOffer(ctx, token);
  const generation = row && generationOf(ctx.keys, token, ["stop"], row);
  return row && generation ? { row, generation } : null;
}

/** A link that stops, as somebody opens it in a browser with this Accept-Language. */
type StopVisit = { token: string; accepts: string | null };

/** The language of who reads the page of a stop link; the browser's when it is none. Reads only. */
export const stopLanguage = async (ctx: UserContext, { token, accepts }: StopVisit): Promise<Language> =>
  offerLanguage((await findStop(ctx, token))?.row ?? null, accepts);

/**
 * "I don't know this sender": this organization may not write again to the address that the link was sent to, even if
 * the invitation has gone to another one since. Answers like `stopLanguage`.
 */
export async function stopInvitations(ctx: UserContext, { token, accepts }: StopVisit): Promise<Language> {
  const stop = await findStop(ctx, token);
  if (!stop) return offerLanguage(null, accepts);
  const { row, generation } = stop;
  await ctx.db.transaction(async (tx) => {
    const address =
      generation === row.generation ? row.address : await selectSentTo(tx, { ...row, generation });
    if (!address) return;
    await tx
      .insert(suppressions)
      .values({ orgId: row.orgId, address, reason: "opted_out" })
      .onConflictDoNothing();
    if (address === row.address) await cancelQueued(tx, row.orgId, [row.id]);
  });
  return offerLanguage(row, accepts);
}

/** The signed-in person's own name and address, as the page shows them, and whether they have proven it. */
export async function selfOf(
  ctx: UserContext,
): Promise<{ name: string; address: string; isProven: boolean } | null> {
  const self = ctx.userId ? await selectSelf(ctx.db, ctx.userId) : null;
  return self && { ...self, address: displayAddress(self.address) };
}

/**
 * "Ask {inviter} to invite me instead", for somebody signed in with another address: the inviter
 * gets a message naming it. Once an hour for one invitation and person; the invitation stays as it is. Nothing for who
 * has joined there already. Refuses who has not proven that address: the message would name somebody who never asked.
 */
export async function askInstead(ctx: UserContext, token: string): Promise<void> {
  const offer = await readOffer(ctx, token);
  const self = await selfOf(ctx);
  if (offer.state !== "open" || offer.visitor !== "other" || !self) return;
  if (!self.isProven)
    throw new DomainError(
      "forbidden",
      `You have not confirmed ${self.address} yet: sign in with a code sent to it, then ask again. Nothing was sent.`,
    );
  const { row } = offer;
  if (row.isReaderIn) return;
  await ctx.db.transaction(async (tx) => {
    const limit = { key: askKey(ctx, row), max: 1, windowSeconds: 3_600, amount: 1 };
    if ((await takeFromLimits(tx, row.orgId, [limit])).size > 0) return;
    await enqueueNotices(tx, ctx, row.orgId, [
      {
        ...toInviter(row, 1),
        subjectId: newId(),
        kind: "other_account_asked",
        values: { ...valuesOf(row), otherName: self.name, otherAddress: self.address },
      },
    ]);
  });
}

const askKey = ({ userId }: UserContext, { id }: Pick<OfferRow, "id">) => `ask:${id}:${userId}`;

/** Whether the signed-in person has asked that within the hour. */
export const hasAsked = (ctx: UserContext, row: OfferRow): Promise<boolean> =>
  isUsedUp(ctx.db, row.orgId, askKey(ctx, row));
