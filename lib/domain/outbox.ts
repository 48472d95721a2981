import { type Pause, selectPauses } from "@/db/queries/channel-pauses";
import {
  countOutbox,
  type OutboxJson,
  type OutboxMessageJson,
  selectOutbox,
  selectOutboxMessage,
} from "@/db/queries/outbox-list";
import { selectPace } from "@/db/queries/outbox-pace";
import { displayAddress } from "./address";
import { searchOf, storable } from "./contact-filter";
import type { Context } from "./context";
import type { Delivery } from "./delivery-words";
import { notFound } from "./errors";
import { isId } from "./id";
import { linkKey } from "./invitation-views";
import { authorize, mayCopyLink } from "./permissions";
import { getUntakenSince } from "./untaken";
import { UNSEEN_WORKSPACE } from "./words";

export const OUTBOX_PAGE = 50;

const tabs = ["all", "waiting", "sent", "problems"] as const;
export type OutboxTab = (typeof tabs)[number];

/** What stands in the address of the list; every part may be missing or nonsense. */
export type OutboxInput = { tab?: string; find?: string; before?: string };

/** A message as the outbox lists it: to whom, about what, how far. Never what it says. */
export type OutboxRow = {
  id: string;
  kind: string;
  channel: "email" | "sms";
  /** As people write it. */
  address: string;
  name: string | null;
  contactId: string | null;
  /** Its name to who is in it; to others that it is none of theirs. */
  workspace: string | null;
  delivery: Delivery;
  deliveryError: string | null;
  attempts: number;
  /** When it is tried again, while it waits. */
  nextAt: Date;
  at: Date;
};

export type OutboxPage = {
  tab: OutboxTab;
  rows: OutboxRow[];
  /** The id after which the next page begins. */
  next: string | null;
  /** Capped: 1001 means "more than 1,000". */
  counts: { waiting: number; sent: number; problems: number };
  pauses: PauseView[];
  /** Since when no worker is there to take what waits; null while one is. */
  untakenSince: Date | null;
  /** Messages that left a second, these seconds; `isAtLimit`: no more were allowed. Null while none wait or leave. */
  pace: { perSecond: number; isAtLimit: boolean } | null;
};

/** Why a provider is left alone, and how long; a pause of reason "manual" lasts until a person ends it. */
export type PauseView = { provider: string; reason: Pause["reason"]; since: Date; until: Date };

/** One message with everything that happened to it. */
export type OutboxMessage = OutboxRow & {
  provider: string | null;
  history: { state: Delivery | "written" | "tried"; detail: string | null; at: Date }[];
  /** Whether it may be sent again: it is the newest of its kind, and failed or nobody knows. */
  maySendAgain: boolean;
  /** The invitation it is of, and of which workspace, where its link may be copied; `linkKey` names that link. */
  copies: { invitation: string; workspace: string; linkKey: string } | null;
};

const isTab = (value: string | undefined): value is OutboxTab => tabs.some((tab) => tab === value);

function rowOf({ nextAt, at, address, workspace, isUnseen, ...rest }: OutboxJson): OutboxRow {
  return {
    ...rest,
    address: displayAddress(address),
    workspace: isUnseen ? UNSEEN_WORKSPACE : workspace,
    nextAt: new Date(nextAt),
    at: new Date(at),
  };
}

/**
 * A page of the organization's messages, newest first, with how many there are of each sort and what keeps them
 * waiting. Found by recipient: whose name or address holds what is typed. Only admins may look.
 */
export async function listOutbox(ctx: Context, input: OutboxInput): Promise<OutboxPage> {
  authorize(ctx, "outbox:view");
  const tab = isTab(input.tab) ? input.tab : "all";
  const find = storable(input.find).slice(0, 100).toWellFormed().trim();
  const by = {
    orgId: ctx.org.id,
    viewerId: ctx.actor.contactId,
    tab,
    find: find ? { text: find.toLowerCase(), contacts: searchOf(ctx, { find }) } : null,
    before: input.before && isId(input.before) ? input.before : null,
    limit: OUTBOX_PAGE + 1,
  };
  const [rows, counts, pauses, pace, untakenSince] = await Promise.all([
    selectOutbox(ctx.db, by),
    countOutbox(ctx.db, ctx.org.id),
    selectPauses(ctx.db),
    selectPace(ctx.db, ctx.org.id),
    getUntakenSince(ctx),
  ]);
  const page = rows.slice(0, OUTBOX_PAGE);
  return {
    tab,
    rows: page.map(rowOf),
    next: rows.length > OUTBOX_PAGE ? (page.at(-1)?.id ?? null) : null,
    counts,
    untakenSince,
    pace: counts.waiting > 0 && pace.perSecond > 0 ? pace : null,
    pauses: pauses.map((pause) => ({
      ...pause,
      since: new Date(pause.since),
      until: new Date(pause.until),
    })),
  };
}

/** One message of the organization and its history, oldest first. Only admins may look. */
export async function getOutboxMessage(
  ctx: Context,
  { message }: { message: string },
): Promise<OutboxMessage> {
  authorize(ctx, "outbox:view");
  const by = { orgId: ctx.org.id, viewerId: ctx.actor.contactId, id: message };
  const found = isId(message) ? await selectOutboxMessage(ctx.db, by) : null;
  if (!found) throw notFound();
  const {
    events,
    firstAttemptAt: _,
    sentAt: __,
    stateAt: ___,
    isNewest,
    provider,
    invitation,
    ...row
  } = found;
  return {
    ...rowOf(row),
    provider,
    history: historyOf(found),
    maySendAgain: isNewest && (row.delivery === "failed" || row.delivery === "uncertain"),
    copies:
      invitation && mayCopyLink(ctx.actor, invitation.workspace, invitation.kind)
        ? { invitation: invitation.id, workspace: invitation.workspace.id, linkKey: linkKey(invitation) }
        : null,
  };
}

const ENDS: Delivery[] = ["delivered", "failed", "uncertain", "bounced", "complained", "delayed"];

/** What we did and what providers told; where they told nothing of its state, our own word for it. */
function historyOf(found: OutboxMessageJson): OutboxMessage["history"] {
  const { at, firstAttemptAt, sentAt, stateAt, delivery, deliveryError, events } = found;
  const told = new Set<Delivery>(events.map(({ state }) => state));
  const steps = [
    { state: "written" as const, detail: null, at },
    { state: "tried" as const, detail: null, at: firstAttemptAt },
    { state: "sent" as const, detail: null, at: told.has("sent") ? null : sentAt },
    ...events,
    {
      state: delivery,
      detail: deliveryError,
      at: ENDS.includes(delivery) && !told.has(delivery) ? (stateAt ?? sentAt ?? at) : null,
    },
  ];
  return steps
    .flatMap((step) => (step.at === null ? [] : { ...step, at: new Date(step.at) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
