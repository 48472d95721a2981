import type { KnownRecipient, Lookup } from "@/db/queries/recipients";
import { type Address, channelOf, displayAddress, kindOf, parseAddress } from "./address";
import type { WorkspaceContext } from "./context";
import { can } from "./permissions";
import type { RecipientInput } from "./recipients";
import type { OutcomeStatus } from "./views";
import { waitWords } from "./words";

/** Seconds between two messages of one kind to one person. */
export const RESEND_GAP_SECONDS = 60;
export const RECIPIENT_DAILY_MESSAGES = 5;

/** One recipient on the way: who it is, and, once refused, why. */
export type Planned = {
  input: string;
  name: string;
  address: Address | null;
  kind: "internal" | "client";
  contactId: string | null;
  hasAccount: boolean;
  isMember: boolean;
  language: string | null;
  refused: { status: OutcomeStatus; reason: string } | null;
  invitationId: string | null;
};

export type Candidate = {
  recipient: RecipientInput;
  input: string;
  address: Address | null;
  invalid: string | null;
};

/** Normalises the list and drops repeats: the same address or contact twice is one recipient. */
export function readCandidates(list: RecipientInput[], country: string): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const recipient of list) {
    const candidate = readCandidate(recipient, country);
    const key = candidate.address?.value ?? candidate.input;
    if (!seen.has(key)) seen.set(key, candidate);
  }
  return [...seen.values()];
}

function readCandidate(recipient: RecipientInput, country: string): Candidate {
  if ("contact" in recipient) return { recipient, input: recipient.contact, address: null, invalid: null };
  const parsed = parseAddress(recipient.address, country);
  const input = recipient.address.trim();
  return parsed.ok
    ? { recipient, input, address: parsed.address, invalid: null }
    : { recipient, input, address: null, invalid: parsed.reason };
}

export function lookupOf({ recipient, address }: Candidate, i: number): Lookup[] {
  if ("contact" in recipient) return [{ i, contact: recipient.contact }];
  return address ? [{ i, [address.kind]: address.value }] : [];
}

/** Decides about one recipient from what is known; writes nothing. */
export function planRecipient(
  ctx: WorkspaceContext,
  candidate: Candidate,
  known: KnownRecipient | undefined,
  audience: "internal" | "client" | "any",
): Planned {
  const planned = known ? describeKnown(candidate, known) : describeNew(candidate);
  planned.refused = refusalOf(ctx, candidate, known, planned, audience);
  return planned;
}

function describeKnown(candidate: Candidate, known: KnownRecipient): Planned {
  const value = candidate.address?.value ?? known.email ?? known.phone ?? "";
  return {
    input: candidate.input,
    name: known.name ?? displayAddress(value),
    address: { kind: kindOf(value), value },
    kind: known.kind,
    contactId: known.contactId,
    hasAccount: known.hasAccount,
    isMember: known.isMember,
    language: known.language,
    refused: null,
    invitationId: known.invitationId,
  };
}

function describeNew({ recipient, input, address }: Candidate): Planned {
  const given = "address" in recipient ? recipient : null;
  return {
    input,
    name: given?.name ?? (address ? displayAddress(address.value) : input),
    address,
    kind: given?.kind ?? "client",
    contactId: null,
    hasAccount: false,
    isMember: false,
    language: null,
    refused: null,
    invitationId: null,
  };
}

function refusalOf(
  ctx: WorkspaceContext,
  candidate: Candidate,
  known: KnownRecipient | undefined,
  planned: Planned,
  audience: "internal" | "client" | "any",
): Planned["refused"] {
  const refuse = (status: OutcomeStatus, reason: string) => ({ status, reason });
  if (candidate.invalid) return refuse("invalid", candidate.invalid);
  if (!planned.address) return refuse("invalid", "this person is no longer in your contacts");
  if (known?.isDeactivated) return refuse("not_allowed", "this person has been deactivated");
  if (audience !== "any" && audience !== planned.kind)
    return refuse("not_allowed", `this role is for ${audience === "client" ? "clients" : "internal users"}`);
  if (known?.isJoined) return refuse("already_member", "already a member");
  if (known?.invitationId) return refuse("already_invited", "already invited, has not joined yet");
  const isNewInternal = planned.kind === "internal" && !planned.hasAccount;
  if (isNewInternal && !can("members:invite-internal", ctx.actor, ctx.workspace))
    return refuse("not_allowed", "Only admins can invite new internal users. Ask an admin.");
  if (known?.sentAgo != null && known.sentAgo < RESEND_GAP_SECONDS && !planned.hasAccount)
    return refuse("over_limit", waitWords(RESEND_GAP_SECONDS - known.sentAgo));
  return null;
}

/** Key of the daily counter that every message to a person passes, whoever causes it. */
export const recipientLimit = (address: Address) => ({
  key: `recipient:${channelOf(address)}:${address.value}`,
  max: RECIPIENT_DAILY_MESSAGES,
  windowSeconds: 86_400,
  amount: 1,
});

/** The inviter's own budget: admins by the day, everybody else by the hour. */
export const inviterLimit = (ctx: WorkspaceContext, amount: number) => ({
  key: `inviter:${ctx.actor.contactId}`,
  max: ctx.actor.isAdmin ? ctx.org.adminDailyLimit : ctx.org.memberHourlyLimit,
  windowSeconds: ctx.actor.isAdmin ? 86_400 : 3_600,
  amount,
});
