import { z } from "zod";
import type { Database } from "@/db/client";
import { claimUse, type JoinLink, selectJoiner, selectStandingOffer } from "@/db/queries/join";
import { type KnownJoiner, lockJoiners } from "@/db/queries/join-people";
import { closeNeedless, insertRequest, selectOwnStanding } from "@/db/queries/join-requests";
import { selectSuppressed } from "@/db/queries/recipients";
import { recordActivity } from "./activity";
import { type Address, displayAddress } from "./address";
import type { UserContext } from "./context";
import { DomainError } from "./errors";
import { newId } from "./id";
import { domainRefusal } from "./invite-domains";
import { inOneAct } from "./invite-write";
import { enterPeople } from "./join-enter";
import { allowedAmong, findJoinLink, readJoin } from "./join-link";
import { tellOfRequest } from "./join-messages";
import type { Language } from "./languages";
import { takeFromLimits } from "./limits";
import { isAllowedAddress } from "./link-domains";
import { mayStillGrant } from "./link-maker";
import { landingPath } from "./offer";
import { readerLanguage } from "./reader-language";
import { readTyped, requestCode, type Visitor } from "./sign-in";
import { ENTER_NAME, name, UNSTORABLE } from "./text";
import { type KeyRing, makeToken, newestKey } from "./token";
import { nameUser } from "./users";

/** The name of somebody who has none yet. */
export const JoinerName = z.union([z.literal(""), name(ENTER_NAME)], UNSTORABLE).optional();

/** What using a link led to: in, to an invitation that waits already, waiting for an answer, or first a name is wanted. */
export type Used = { state: "joined" | "invited"; path: string } | { state: "asked" } | { state: "nameless" };

const dead = () => new DomainError("gone", "This link no longer works. Ask the person who shared it.");

const changed = () =>
  new DomainError("gone", "This link was changed or has ended a moment ago. Open it again to see.");

const refused = () =>
  new DomainError("forbidden", "You cannot join with this address. Ask the person who shared the link.");

const notAllowed = () =>
  new DomainError(
    "forbidden",
    "This link does not let this address in. Use the one you have at work, or ask the person who shared it. Nothing was sent.",
  );

/**
 * Sends a code to the address that somebody wants to use a link with, whoever has it; to whom nobody knows in the
 * language their browser asks for. Refuses (`gone`) a dead link and, before anything is sent, an address that the link
 * does not let in.
 */
export async function askForCode(
  ctx: UserContext,
  input: Visitor & { token: string; address: string; accepts?: string | null },
): Promise<void> {
  const page = await readJoin({ ...ctx, userId: null }, input.token);
  if (page.state !== "open") throw dead();
  const address = readTyped(input.address, page.link.country);
  if (!isAllowedAddress(address, page.link.domains)) throw notAllowed();
  const { browserHash, ip, accepts } = input;
  await requestCode(ctx, {
    ...{ browserHash, ip, address: address.value },
    ...{ next: null, withLink: false, anybody: true },
    language: readerLanguage({ accepts, organization: page.link.language }),
  });
}

/**
 * Uses a link for a signed-in person, with a proven address of theirs (`address` first): joins, or asks to. A member
 * is sent on, who would ask for what they were invited to is sent to that invitation instead, and who waits already is
 * told so; none of these counts. What their browser asks for (`accepts`) is the language in which who asks hears of the
 * answer, unless their contact has one. Exact under any number at once: never more uses than the link has, never on other
 * terms than it has by then, one open request of an address. Refuses a dead link (`gone`), an address it does not let
 * in, and whom the organization does not want, without saying which.
 */
export async function followLink(
  ctx: UserContext & { userId: string },
  input: { token: string; address?: string; name?: string; accepts?: string | null },
): Promise<Used> {
  const link = await findJoinLink(ctx, input.token);
  const self = await selectJoiner(ctx.db, ctx.userId);
  if (!link || !self) throw dead();
  const address = allowedAmong(self.addresses, link, input.address);
  if (!address) throw notAllowed();
  const given = self.name ?? (input.name || null);
  const language = readerLanguage({ accepts: input.accepts, organization: link.language });
  return inOneAct(ctx.db, (tx) =>
    use(tx, ctx, link, { userId: ctx.userId, address, name: given, isNamed: self.name !== null, language }),
  );
}

type Offer = { id: string; generation: number };
type Person = { userId: string; address: Address; name: string | null; isNamed: boolean; language: Language };

async function use(tx: Database, ctx: UserContext, link: JoinLink, person: Person): Promise<Used> {
  const proven = { userId: person.userId, address: person.address.value };
  const [known = null] = await lockJoiners(tx, link, [proven]);
  if (known?.isJoined && known.userId === person.userId && !known.isDeactivated)
    return { state: "joined", path: landingPath(link) };
  if (!link.isOpen || !(await mayStillGrant(tx, link))) return whoWaits(tx, link, person);
  if (await isUnwanted(tx, link, person, known)) throw refused();
  if (!person.name && !known?.name) return { state: "nameless" };
  if (person.name && !person.isNamed) await nameUser(tx, person.userId, person.name);
  if (joinsAtOnce(link, known)) return join(tx, link, person, known);
  const offer = known && (await selectStandingOffer(tx, link, { ...known, address: person.address.value }));
  return offer ? toOffer(ctx.keys, link, offer) : ask(tx, ctx, link, person, known);
}

function toOffer(keys: KeyRing, { organization }: JoinLink, { id, generation }: Offer): Used {
  const token = makeToken(keys, newestKey(keys), "handed-invite", { organization, id }, generation);
  return { state: "invited", path: `/invite/${token}` };
}

/** Of a dead link: who asked by it while it lived waits on. */
async function whoWaits(tx: Database, link: JoinLink, { userId }: Person): Promise<Used> {
  const { request } = await selectOwnStanding(tx, link, userId);
  if (request?.status === "pending") return { state: "asked" };
  throw dead();
}

async function isUnwanted(tx: Database, link: JoinLink, person: Person, known: KnownJoiner | null) {
  const isOthers = known !== null && known.userId !== null && known.userId !== person.userId;
  const isAtDomain = !known?.userId && domainRefusal(link, person.address) !== null;
  if (known?.isDeactivated || isOthers || isAtDomain) return true;
  return (await selectSuppressed(tx, link.orgId, [person.address.value])).size > 0;
}

/** A link for clients makes nobody an internal user: a colleague without an account asks. */
const joinsAtOnce = ({ mode, audience }: JoinLink, known: KnownJoiner | null) =>
  mode === "join" && (audience === "internal" || known?.kind !== "internal" || known.userId !== null);

async function join(tx: Database, link: JoinLink, person: Person, known: KnownJoiner | null): Promise<Used> {
  const { userId, address, name: given } = person;
  if (!(await claimUse(tx, link))) throw changed();
  const { orgId, workspaceId, createdBy, audience, roleId } = link;
  const joiner = { userId, address: address.value, kind: address.kind, name: given, known };
  const came = await enterPeople(tx, { orgId, workspaceId, addedBy: createdBy }, [
    { ...joiner, as: audience, role: roleId },
  ]);
  const one = came.get(address.value);
  if (!one) throw new Error("Who came in is nowhere.");
  await closeNeedless(tx, link, [one.contactId]);
  await insertRequest(tx, { ...requestOf(link, person), status: "joined", contactId: one.contactId });
  await recordActivity(tx, { orgId, workspaceId, actorId: one.contactId }, [
    { kind: "member_joined", data: { name: one.name } },
    ...(one.roleName ? [{ kind: "role_taken" as const, data: { role: one.roleName, name: one.name } }] : []),
  ]);
  return { state: "joined", path: landingPath(link) };
}

const requestOf = (
  { orgId, workspaceId, id, audience, roleId }: JoinLink,
  { address, name: given, language }: Person,
) => ({
  ...{ orgId, workspaceId, id: newId(), linkId: id, name: given, language, audience, roleId },
  ...{ address: address.value, kind: address.kind },
});

/** How often a day one address may ask at one place: each time somebody is told. */
const ASKS_A_DAY = 3;

async function ask(
  tx: Database,
  ctx: UserContext,
  link: JoinLink,
  person: Person,
  known: KnownJoiner | null,
): Promise<Used> {
  const { orgId, workspaceId } = link;
  const { address, name: given } = person;
  const request = requestOf(link, person);
  const contactId = known?.contactId ?? null;
  if (!(await insertRequest(tx, { ...request, status: "pending", contactId }))) return { state: "asked" };
  if (!(await claimUse(tx, link))) throw changed();
  const key = `ask-to-join:${workspaceId ?? "organization"}:${address.value}`;
  const limit = { key, max: ASKS_A_DAY, windowSeconds: 86_400, amount: 1 };
  if ((await takeFromLimits(tx, orgId, [limit])).size > 0)
    throw new DomainError(
      "limited",
      "You have asked several times today. Nothing was sent; try again tomorrow.",
    );
  const shown = known?.name ?? given;
  await tellOfRequest(tx, ctx, link, { request: request.id, name: shown, address: address.value });
  await recordActivity(tx, { orgId, workspaceId, actorId: null }, [
    { kind: "join_requested", data: { name: shown ?? displayAddress(address.value) } },
  ]);
  return { state: "asked" };
}
