import { type JoinLink, selectJoiner, selectJoinLink } from "@/db/queries/join";
import { type OwnStanding, selectOwnStanding } from "@/db/queries/join-requests";
import type { Address } from "./address";
import type { UserContext } from "./context";
import { isAllowedAddress } from "./link-domains";
import { mayStillGrant } from "./link-maker";
import { landingPath } from "./offer";
import { provesToken, readToken } from "./token";

export type { JoinLink };

/** Who is signed in and looks at a link. `address`: the one they would join with; null if the link lets none of theirs in. */
export type Visiting = { name: string | null; address: Address | null; signedInAs: string };

export type JoinPage =
  | { state: "dead" }
  | { state: "member"; path: string }
  | { state: "asked"; link: JoinLink; request: NonNullable<OwnStanding["request"]>; mayAskAgain: boolean }
  | { state: "open"; link: JoinLink; visitor: Visiting | null };

/** The link whose newest token this is, in whatever state; null for everything else. */
export async function findJoinLink(ctx: UserContext, token: string): Promise<JoinLink | null> {
  const claim = readToken(token);
  const link = claim && (await selectJoinLink(ctx.db, claim, ctx.userId));
  return link && provesToken(ctx.keys, token, "join", link.generation) ? link : null;
}

/** The one of a person's proven addresses that a link lets in; a `preferred` one before the others. */
export const allowedAmong = (addresses: Address[], link: JoinLink, preferred?: string): Address | null =>
  addresses
    .filter((address) => isAllowedAddress(address, link.domains))
    .sort((a, b) => Number(b.value === preferred) - Number(a.value === preferred))[0] ?? null;

/**
 * What a Workspace Link opens for whoever holds it; reads only. Unknown, mangled, refreshed, paused, run out and
 * used up links, and those whose maker may no longer grant what they promise, are all "dead"; who is in
 * already, or waits for an answer, is told so as long as the link is not refreshed.
 */
export async function readJoin(ctx: UserContext, token: string): Promise<JoinPage> {
  const link = await findJoinLink(ctx, token);
  if (!link) return { state: "dead" };
  const isOpen = link.isOpen && (await mayStillGrant(ctx.db, link));
  const own = ctx.userId ? await selectOwnStanding(ctx.db, link, ctx.userId) : null;
  if (own?.isMember) return { state: "member", path: landingPath(link) };
  const isAnswered = own?.request?.status === "declined" || own?.request?.status === "expired";
  if (own?.request && link.mode === "request" && (isAnswered || own.request.status === "pending"))
    return { state: "asked", link, request: own.request, mayAskAgain: isAnswered && isOpen };
  return isOpen ? { state: "open", link, visitor: await visiting(ctx, link) } : { state: "dead" };
}

/** The link through which the signed-in person's last request is one that they withdrew; null: there is no such one. */
export async function findWithdrawn(ctx: UserContext, token: string): Promise<JoinLink | null> {
  const link = await findJoinLink(ctx, token);
  const own = link && ctx.userId ? await selectOwnStanding(ctx.db, link, ctx.userId) : null;
  return own?.request?.status === "withdrawn" && !own.isMember ? link : null;
}

/** Who has proven no address is nobody here: a code is sent to the one they name. */
async function visiting(ctx: UserContext, link: JoinLink): Promise<Visiting | null> {
  const self = ctx.userId ? await selectJoiner(ctx.db, ctx.userId) : null;
  const [first] = self?.addresses ?? [];
  if (!self || !first) return null;
  return { name: self.name, address: allowedAmong(self.addresses, link), signedInAs: first.value };
}
