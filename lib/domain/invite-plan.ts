import type { KnownRecipient, Lookup } from "@/db/queries/recipients";
import { type Address, displayAddress, kindOf, parseAddress } from "./address";
import type { Context } from "./context";
import { domainRefusal } from "./invite-domains";
import { can, NEW_INTERNAL } from "./permissions";
import type { PersonInput } from "./recipients";
import type { OutcomeStatus } from "./views";
import { waitWords } from "./words";

/** Seconds between two messages of one kind to one person. */
export const RESEND_GAP_SECONDS = 60;

type Refusal = { status: OutcomeStatus; reason: string };

/** One recipient on the way: who it is, and what is not to be done for them and why. */
export type Planned = {
  input: string;
  name: string;
  address: Address | null;
  kind: "internal" | "client";
  contactId: string | null;
  /** Has an account with a proven address: comes in at once. Everybody else is sent an invitation. */
  hasAccount: boolean;
  isUser: boolean;
  isQuiet: boolean;
  isMember: boolean;
  isDirect: boolean;
  /** The group they come through; null for who is named. */
  via: string | null;
  language: string | null;
  /** Cannot belong anywhere: no address, or deactivated. */
  isBarred: boolean;
  /** Nothing is written for them. */
  refused: Refusal | null;
  /** They belong, since their group does, but nothing is sent to them. */
  unsent: Refusal | null;
  invitationId: string | null;
};

/** Somebody named, or somebody who comes through a group or is sent to again: then only messages can be refused. */
export type Candidate = {
  recipient: PersonInput;
  input: string;
  address: Address | null;
  invalid: string | null;
  via: string | null;
  belongs: boolean;
};

/** Normalises the list and drops repeats: the same address or contact twice is one recipient. */
export function readCandidates(list: PersonInput[], country: string): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const recipient of list) {
    const candidate = readCandidate(recipient, country);
    const key = candidate.address?.value ?? candidate.input;
    if (!seen.has(key)) seen.set(key, candidate);
  }
  return [...seen.values()];
}

function readCandidate(recipient: PersonInput, country: string): Candidate {
  const rest = { recipient, address: null, invalid: null, via: null, belongs: false };
  if ("contact" in recipient) return { ...rest, input: recipient.contact };
  const parsed = parseAddress(recipient.address, country);
  const input = recipient.address.trim();
  return parsed.ok ? { ...rest, input, address: parsed.address } : { ...rest, input, invalid: parsed.reason };
}

/** A contact that belongs to the place already, or will with their group. */
export const belonging = (contact: string, via: string | null): Candidate => ({
  recipient: { contact },
  input: contact,
  address: null,
  invalid: null,
  via,
  belongs: true,
});

export function lookupOf({ recipient, address }: Candidate, i: number): Lookup[] {
  if ("contact" in recipient) return [{ i, contact: recipient.contact }];
  return address ? [{ i, [address.kind]: address.value }] : [];
}

/**
 * Of what names one contact the first that can be done; where nothing can, each with its reason. Who is refused by name
 * comes with their group all the same.
 */
export function onceEach(plan: Planned[]): Planned[] {
  const named = new Map<string, Planned>();
  for (const one of plan) {
    const before = named.get(one.contactId ?? "");
    if (one.contactId && !one.via && (!before || (before.refused && !one.refused)))
      named.set(one.contactId, one);
  }
  return plan.filter((one) => {
    const own = named.get(one.contactId ?? "");
    const isOpen = one.via === null || (!one.refused && !one.isMember);
    return !own || own === one || (own.refused !== null && isOpen);
  });
}

export type Audience = "internal" | "client" | "any";

/** Decides about one recipient from what is known; writes nothing. */
export function planRecipient(
  ctx: Context,
  candidate: Candidate,
  known: KnownRecipient | undefined,
  audience: Audience,
): Planned {
  const planned = known ? describeKnown(candidate, known) : describeNew(candidate);
  const barred = barredOf(candidate, known, planned);
  const refusal = barred ?? refusalOf(ctx, known, planned, audience);
  const isBarred = barred !== null;
  const isOnlyUnsent = candidate.belongs && !isBarred;
  return isOnlyUnsent ? { ...planned, unsent: refusal } : { ...planned, isBarred, refused: refusal };
}

function describeKnown({ input, address, via }: Candidate, known: KnownRecipient): Planned {
  const value = known.unproven ?? address?.value ?? known.email ?? known.phone ?? "";
  const { kind, contactId, hasAccount, isUser, isQuiet, isMember, isDirect, language, invitationId } = known;
  return {
    input,
    via,
    name: known.name ?? displayAddress(value),
    address: { kind: kindOf(value), value },
    ...{ kind, contactId, hasAccount, isUser, isQuiet, isMember, isDirect, language, invitationId },
    isBarred: false,
    refused: null,
    unsent: null,
  };
}

function describeNew({ recipient, input, address, via }: Candidate): Planned {
  const given = "address" in recipient ? recipient : null;
  return {
    input,
    via,
    name: given?.name ?? (address ? displayAddress(address.value) : input),
    address,
    kind: given?.kind ?? "client",
    contactId: null,
    hasAccount: false,
    isUser: false,
    isQuiet: true,
    isMember: false,
    isDirect: false,
    language: null,
    isBarred: false,
    refused: null,
    unsent: null,
    invitationId: null,
  };
}

const refuse = (status: OutcomeStatus, reason: string): Refusal => ({ status, reason });

/** Who cannot be a member at all, whatever group they come through. */
function barredOf(candidate: Candidate, known: KnownRecipient | undefined, planned: Planned): Refusal | null {
  if (candidate.invalid) return refuse("invalid", candidate.invalid);
  if (!planned.address) return refuse("invalid", "no longer in your contacts");
  return known?.isDeactivated ? refuse("not_allowed", "deactivated") : null;
}

function refusalOf(
  ctx: Context,
  known: KnownRecipient | undefined,
  planned: Planned,
  audience: Audience,
): Refusal | null {
  if (audience !== "any" && audience !== planned.kind)
    return refuse("not_allowed", `this role is for ${audience === "client" ? "clients" : "internal users"}`);
  if (known?.isJoined) return refuse("already_member", "already a member");
  const atDomain = planned.address && !planned.hasAccount ? domainRefusal(ctx.org, planned.address) : null;
  if (atDomain) return refuse("not_allowed", atDomain);
  if (known?.invitationId) return refuse("already_invited", "already invited, not joined yet");
  const isNewInternal = planned.kind === "internal" && !planned.isUser;
  if (isNewInternal && !can("contacts:create-internal", ctx.actor))
    return refuse("not_allowed", NEW_INTERNAL);
  if (known?.sentAgo != null && known.sentAgo < RESEND_GAP_SECONDS && !planned.hasAccount)
    return refuse("over_limit", waitWords(RESEND_GAP_SECONDS - known.sentAgo));
  return null;
}
