import { and, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { claimInvitation, lockOffer, type OfferRow, selectOwnOffer } from "@/db/queries/accept";
import { closeNeedless } from "@/db/queries/join-requests";
import { contacts } from "@/db/schema";
import { recordActivity } from "./activity";
import { displayAddress, kindOf } from "./address";
import type { UserContext } from "./context";
import { enqueueNotices } from "./enqueue-notices";
import { DomainError, notFound } from "./errors";
import { inOneAct } from "./invite-write";
import { nameIn, noticeToInviter } from "./inviter-notices";
import { landingPath, readOffer } from "./offer";
import { openSession } from "./sessions";
import { ENTER_NAME, name, sortKey, UNSTORABLE } from "./text";
import { createUserWithAddress, nameUser, proveAddress } from "./users";

/** What pressing "Join Workspace" led to. `secret` is a new session's, for its cookie. */
export type Joined =
  | { state: "joined"; path: string; secret: string | null }
  | { state: "code"; address: string }
  | { state: "other" }
  | { state: "dead" };

/** The name a person gives themselves while joining, where the inviter gave none. */
export const GivenName = z.union([z.literal(""), name(ENTER_NAME)], UNSTORABLE).optional();

/**
 * Accepts an invitation by its link, exactly once however many try. Holding the link is enough only
 * where the invited address is an e-mail address without an account: then the account is made and a
 * session opened. The link of a message proves the address, a copied one leaves it unproven. An address with an account
 * must be signed in as, or prove itself by a code; somebody else who is signed in is never attached.
 */
export async function joinByLink(
  ctx: UserContext,
  input: { token: string; givenName?: string },
): Promise<Joined> {
  const offer = await readOffer(ctx, input.token);
  if (offer.state === "joined") return { ...offer, secret: null };
  if (offer.state === "dead") return offer;
  if (offer.visitor === "other") return { state: "other" };
  if (offer.needsCode) return { state: "code", address: offer.row.address };
  const { userId } = ctx;
  const by = { userId, givenName: input.givenName || null, isSent: offer.isSent };
  return inOneAct(ctx.db, (tx) => accept(tx, ctx, offer.row, by));
}

/** Accepts by link for a user who has just proved the invited address by a code. */
export async function joinProven(
  ctx: UserContext,
  input: { token: string; userId: string; givenName?: string },
): Promise<Joined> {
  const offer = await readOffer({ ...ctx, userId: input.userId }, input.token);
  if (offer.state === "joined") return { ...offer, secret: null };
  if (offer.state === "dead") return offer;
  if (offer.visitor !== "same") return { state: "other" };
  const by = { userId: input.userId, givenName: input.givenName || null, isSent: false };
  return inOneAct(ctx.db, (tx) => accept(tx, ctx, offer.row, by));
}

/** Accepts an invitation to one of the signed-in user's own proven addresses, without its link. */
export async function joinAsUser(
  ctx: UserContext,
  input: { orgId: string; invitationId: string },
): Promise<{ path: string }> {
  const { userId } = ctx;
  if (!userId) throw new DomainError("signed_out", "Sign in to join.");
  const row = await selectOwnOffer(ctx.db, { orgId: input.orgId, id: input.invitationId, userId });
  if (!row) throw notFound();
  const by = { userId, givenName: null, isSent: false };
  const joined = row.isOpen ? await inOneAct(ctx.db, (tx) => accept(tx, ctx, row, by)) : null;
  if (joined?.state !== "joined")
    throw new DomainError(
      "gone",
      "This invitation no longer works. Ask the person who invited you for a new one.",
    );
  return { path: joined.path };
}

/** Who accepts, and by what. `userId`: null for who has no account yet. */
type By = { userId: string | null; givenName: string | null; isSent: boolean };

/** The contact is locked before the invitation is claimed: merging and accepting come one after the other. */
async function accept(
  tx: Database,
  ctx: Pick<UserContext, "sms">,
  offer: OfferRow,
  { userId, givenName, isSent }: By,
): Promise<Joined> {
  const row = await lockOffer(tx, offer);
  if (row?.generation !== offer.generation || !(await claimInvitation(tx, row))) return { state: "dead" };
  const user = userId ?? (await makeUser(tx, row, { givenName, isProven: isSent }));
  const isReached = isSent && (await proveAddress(tx, { address: row.address, userId: user }));
  if (userId && givenName) await nameUser(tx, userId, givenName);
  await linkContact(tx, row, user, givenName);
  if (row.workspaceId) await joinWorkspace(tx, row, row.workspaceId);
  await closeNeedless(tx, row, [row.contactId]);
  await closePortalInvitation(tx, row);
  const named = { ...row, contactName: row.contactName ?? givenName };
  await recordActivity(tx, { orgId: row.orgId, workspaceId: row.workspaceId, actorId: row.contactId }, [
    { kind: "member_joined", data: { name: nameIn(named) } },
  ]);
  if (row.inviterNotices === "each")
    await enqueueNotices(tx, ctx, row.orgId, [noticeToInviter(named, "person_joined", 1)]);
  const secret = userId && !isReached ? null : await openSession(tx, user);
  return { state: "joined", path: landingPath(row), secret };
}

async function makeUser(
  tx: Database,
  row: OfferRow,
  { givenName, isProven }: { givenName: string | null; isProven: boolean },
): Promise<string> {
  const made = await createUserWithAddress(tx, {
    address: row.address,
    kind: kindOf(row.address),
    name: row.contactName ?? givenName ?? displayAddress(row.address),
    isProven,
  });
  if (made.existed)
    throw new DomainError(
      "conflict",
      "An account with this address was made a moment ago. Press the button again to sign in.",
    );
  return made.userId;
}

async function linkContact(
  tx: Database,
  row: OfferRow,
  userId: string,
  givenName: string | null,
): Promise<void> {
  const linked = await tx
    .update(contacts)
    .set({
      userId,
      joinedAt: sql`coalesce(${contacts.joinedAt}, now())`,
      name: sql`coalesce(${contacts.name}, ${givenName}::text)`,
      sortKey: sql`case when ${contacts.name} is null then coalesce(${givenName && sortKey(givenName)}::text, ${contacts.sortKey})
        else ${contacts.sortKey} end`,
    })
    .where(
      and(
        eq(contacts.orgId, row.orgId),
        eq(contacts.id, row.contactId),
        or(isNull(contacts.userId), eq(contacts.userId, userId)),
        sql`not exists (select from contacts twin where twin.org_id = ${row.orgId} and twin.user_id = ${userId}
          and twin.id <> ${row.contactId})`,
      ),
    )
    .returning({ id: contacts.id });
  if (linked.length === 0)
    throw new DomainError(
      "conflict",
      `You already belong to ${row.organizationName} under another address. Ask ${row.inviterName} to add that one; this invitation stays open.`,
    );
}

/** Who joins a workspace has joined the portal: an invitation to that is accepted with it. */
const closePortalInvitation = (tx: Database, row: OfferRow) =>
  tx.execute(sql`
    update invitations set status = 'accepted', closed_at = now()
    where org_id = ${row.orgId} and contact_id = ${row.contactId} and workspace_id is null and status = 'pending'`);

const joinWorkspace = (tx: Database, row: OfferRow, workspaceId: string) =>
  tx.execute(sql`
    insert into members (org_id, workspace_id, contact_id, added_by, joined_at)
    values (${row.orgId}, ${workspaceId}, ${row.contactId}, ${row.inviterId}, now())
    on conflict (org_id, workspace_id, contact_id)
    do update set joined_at = coalesce(members.joined_at, now())`);
