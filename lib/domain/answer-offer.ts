import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { OfferRow } from "@/db/queries/accept";
import { selectSelf } from "@/db/queries/self";
import { suppressions } from "@/db/schema";
import { recordActivity } from "./activity";
import { channelOf, displayAddress, kindOf } from "./address";
import type { UserContext } from "./context";
import { zonedMoment } from "./deadline";
import { newId } from "./id";
import { cancelQueued } from "./invitations";
import { takeFromLimits } from "./limits";
import { enqueueMessages, type NewMessage } from "./messages";
import { findOffer, readOffer, wasEverLink } from "./offer";
import { LONGEST_LIFE_DAYS } from "./resend";
import { newestKey } from "./token";

const nameIn = (row: OfferRow) => row.contactName ?? displayAddress(row.address);

const panelPath = (row: OfferRow) =>
  row.workspaceId ? `/${row.slug}/w/${row.workspaceId}?panel=members` : `/${row.slug}/timeline`;

/** A message to who invited, about what the invited person did. */
function noticeToInviter(
  row: OfferRow,
  kind: "invitation_declined" | "link_requested",
  number: number,
): NewMessage {
  return { ...toInviter(row, number), kind, values: valuesOf(row) };
}

const valuesOf = (row: OfferRow) => ({
  organizationName: row.organizationName,
  workspaceName: row.workspaceName,
  personName: nameIn(row),
  path: panelPath(row),
});

function toInviter(row: OfferRow, number: number) {
  return {
    id: newId(),
    channel: channelOf({ kind: kindOf(row.inviterAddress) }),
    address: row.inviterAddress,
    subjectId: row.id,
    number,
    invitationId: null,
    contactId: row.inviterId,
    language: row.inviterLanguage,
    priority: 1 as const,
    holdSeconds: 0,
  };
}

/** "No thanks": closes the invitation and tells the inviter. True if it was open. */
export async function declineOffer(ctx: UserContext, token: string): Promise<boolean> {
  const offer = await readOffer(ctx, token);
  if (offer.state !== "open") return false;
  const { row } = offer;
  return ctx.db.transaction(async (tx) => {
    const closed = await tx.execute(sql`
      update invitations set status = 'declined', closed_at = now()
      where org_id = ${row.orgId} and id = ${row.id} and status = 'pending' and generation = ${row.generation}
      returning id`);
    if (closed.length === 0) return false;
    await cancelQueued(tx, row.orgId, [row.id]);
    await enqueueMessages(tx, row.orgId, [noticeToInviter(row, "invitation_declined", 1)]);
    await recordActivity(tx, { orgId: row.orgId, workspaceId: row.workspaceId, actorId: row.contactId }, [
      { kind: "invitation_declined", data: { name: nameIn(row) } },
    ]);
    return true;
  });
}

/** Seconds between two new links for one invitation. */
const NEW_LINK_GAP_SECONDS = 600;

/**
 * "Send me a new link": whatever was given, the asker learns nothing. If it was a link of ours whose
 * invitation can still be honoured, a message goes to the invited address only and the inviter is told.
 */
export async function requestNewLink(ctx: UserContext, token: string): Promise<void> {
  const row = await findOffer(ctx, token);
  if (!row?.isRenewable || row.isSuppressed || !wasEverLink(ctx.keys, token, "invite", row)) return;
  await ctx.db.transaction(async (tx) => {
    const key = `new-link:${row.id}`;
    const limit = { key, max: 1, windowSeconds: NEW_LINK_GAP_SECONDS, amount: 1 };
    const day = { key: `recipient:${row.channel}:${row.address}`, max: 5, windowSeconds: 86_400, amount: 1 };
    // One after the other: what is refused as too soon must not use up the person's day.
    for (const one of [limit, day])
      if ((await takeFromLimits(tx, row.orgId, [one])).get(one.key)?.granted !== 1) return;
    const renewed = await renewOffer(tx, row);
    if (!renewed) return;
    await enqueueMessages(tx, row.orgId, [
      newLinkMessage(ctx, row, renewed),
      noticeToInviter(row, "link_requested", renewed.sends),
    ]);
    await recordActivity(tx, { orgId: row.orgId, workspaceId: row.workspaceId, actorId: row.contactId }, [
      { kind: "link_requested", data: { name: nameIn(row) } },
    ]);
  });
}

async function renewOffer(tx: Database, row: OfferRow) {
  const [renewed] = await tx.execute<{ sends: number; expiresAt: number }>(sql`
    update invitations i set sends = i.sends + 1, sent_at = now(), status = 'pending', closed_at = null,
      expires_at = greatest(i.expires_at, least(now() + make_interval(hours => ${row.invitationHours}),
        i.created_at + make_interval(days => ${LONGEST_LIFE_DAYS})))
    where i.org_id = ${row.orgId} and i.id = ${row.id} and i.status in ('pending', 'expired')
      and not exists (select from invitations o where o.org_id = i.org_id and o.contact_id = i.contact_id
        and o.workspace_id is not distinct from i.workspace_id and o.status = 'pending' and o.id <> i.id)
    returning i.sends, (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt"`);
  return renewed ?? null;
}

function newLinkMessage(
  ctx: UserContext,
  row: OfferRow,
  renewed: { sends: number; expiresAt: number },
): NewMessage {
  return {
    id: newId(),
    kind: "invitation",
    channel: row.channel,
    address: row.address,
    subjectId: row.id,
    number: renewed.sends,
    invitationId: row.id,
    contactId: row.contactId,
    language: row.language,
    priority: 1,
    holdSeconds: 0,
    values: {
      keyId: newestKey(ctx.keys),
      organization: row.organization,
      generation: row.generation,
      organizationName: row.organizationName,
      workspaceName: row.workspaceName,
      inviterName: row.inviterName,
      inviterAddress: row.inviterAddress,
      roleName: row.roleName,
      firstAction: row.firstAction,
      note: row.note,
      expiresAt: zonedMoment(new Date(renewed.expiresAt), row.timeZone),
    },
  };
}

/** "I don't know this sender": this organization may not write to the address again. */
export async function stopInvitations(ctx: UserContext, token: string): Promise<void> {
  const row = await findOffer(ctx, token);
  if (!row || !wasEverLink(ctx.keys, token, "stop", row)) return;
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(suppressions)
      .values({ orgId: row.orgId, address: row.address, reason: "opted_out" })
      .onConflictDoNothing();
    await cancelQueued(tx, row.orgId, [row.id]);
  });
}

/** The signed-in person's own name and address, as the page shows them. */
export async function selfOf(ctx: UserContext): Promise<{ name: string; address: string } | null> {
  const self = ctx.userId ? await selectSelf(ctx.db, ctx.userId) : null;
  return self && { name: self.name, address: displayAddress(self.address) };
}

/**
 * "Ask {inviter} to invite me instead", for somebody signed in with another address: the inviter
 * gets a message naming it. Once an hour for one invitation and person; the invitation stays as it is.
 */
export async function askInstead(ctx: UserContext, token: string): Promise<void> {
  const offer = await readOffer(ctx, token);
  const self = await selfOf(ctx);
  if (offer.state !== "open" || offer.visitor !== "other" || !self) return;
  const { row } = offer;
  await ctx.db.transaction(async (tx) => {
    const key = `ask:${row.id}:${ctx.userId}`;
    const taken = await takeFromLimits(tx, row.orgId, [{ key, max: 1, windowSeconds: 3_600, amount: 1 }]);
    if (taken.get(key)?.granted !== 1) return;
    await enqueueMessages(tx, row.orgId, [
      {
        ...toInviter(row, 1),
        subjectId: newId(),
        kind: "other_account_asked",
        values: { ...valuesOf(row), otherName: self.name, otherAddress: self.address },
      },
    ]);
  });
}
