import { type OfferRow, selectOffer } from "@/db/queries/accept";
import type { UserContext } from "./context";
import type { Language } from "./languages";
import { readerLanguage } from "./reader-language";
import { type KeyRing, type Purpose, provesToken, readToken } from "./token";

export type { OfferRow };

/** Who looks at an invitation: nobody signed in, the owner of the invited address, or somebody else. */
export type Visitor = "nobody" | "same" | "other";

export type Offer =
  | { state: "dead" }
  | { state: "joined"; path: string }
  | { state: "open"; visitor: Visitor; needsCode: boolean; isSent: boolean; row: OfferRow };

/** The page of what one was invited to. */
export const placePath = (row: Pick<OfferRow, "slug" | "workspaceId">): string =>
  row.workspaceId ? `/${row.slug}/w/${row.workspaceId}` : `/${row.slug}/timeline`;

/** Where a joined person lands: at their next open action, or in the timeline. */
export const landingPath = (row: Pick<OfferRow, "slug" | "workspaceId">): string =>
  `${placePath(row)}${row.workspaceId ? "?joined=1#next" : ""}`;

/**
 * What a link opens for whoever holds it; reads only. Unknown, mangled, expired, replaced, revoked
 * and used links are all "dead", but who has joined by it and is signed in is sent on. `isSent`: the link is that of
 * the messages, which only who reads them has; not one that somebody copied.
 */
export async function readOffer(ctx: UserContext, token: string): Promise<Offer> {
  const row = await findOffer(ctx, token);
  const sent = row?.channel === "sms" ? (["text-invite", "invite"] as const) : (["invite"] as const);
  const isSent =
    row !== null && sent.some((purpose) => provesToken(ctx.keys, token, purpose, row.generation));
  if (!row || !(isSent || provesToken(ctx.keys, token, "handed-invite", row.generation)))
    return { state: "dead" };
  if (row.status === "accepted" && ctx.userId && row.contactUserId === ctx.userId)
    return { state: "joined", path: landingPath(row) };
  if (!row.isOpen) return { state: "dead" };
  return { state: "open", ...standingOf(ctx, row), isSent, row };
}

/** A phone number proves itself by a code always; an address with an account by signing in. */
function standingOf(ctx: UserContext, row: OfferRow): { visitor: Visitor; needsCode: boolean } {
  if (ctx.userId) return { visitor: row.addressUserId === ctx.userId ? "same" : "other", needsCode: false };
  return { visitor: "nobody", needsCode: row.addressUserId !== null || row.channel === "sms" };
}

/** The language of an invitation's pages for whoever reads them with this Accept-Language; of none's, the browser's. */
export const offerLanguage = (
  row: Pick<OfferRow, "language" | "readerLanguage"> | null,
  accepts: string | null,
): Language => readerLanguage({ known: row?.readerLanguage, accepts, organization: row?.language });

export async function findOffer(ctx: UserContext, token: string): Promise<OfferRow | null> {
  const claim = readToken(token);
  return claim ? selectOffer(ctx.db, claim, ctx.userId) : null;
}

/** Which generation of the invitation's link, dead or alive, this token was, for one of these purposes; null: none. */
export function generationOf(
  keys: KeyRing,
  token: string,
  purposes: readonly Purpose[],
  row: OfferRow,
): number | null {
  for (let generation = row.generation; generation >= 1 && generation > row.generation - 50; generation--)
    if (purposes.some((purpose) => provesToken(keys, token, purpose, generation))) return generation;
  return null;
}
