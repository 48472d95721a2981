import { selectListed, selectNamed } from "@/db/queries/invitation-list";
import type { Say } from "@/lib/words/say";
import { recordActivity } from "./activity";
import type { Context } from "./context";
import { BYTE_ORDER_MARK, csvLine } from "./csv";
import { blockedWords, stateWords as deliveryStates } from "./delivery-words";
import { type ChosenInvitations, viewerOf } from "./invitation-filter";
import { listed, narrowedTo } from "./invitation-list";
import type { InvitationPlace, InvitationState, ListedInvitation } from "./invitation-views";
import { authorize } from "./permissions";
import { UNSEEN_WORKSPACE } from "./words";

const PAGE = 1_000;

/** What stands above each column, what states are called, and what says the domain's own sentences. */
export type FileWords = { headings: string[]; states: Record<InvitationState, string>; say: Say };

/**
 * The invitations chosen, of those one may see, as a CSV file in pieces: UTF-8 with its mark, every field quoted,
 * nothing in it that a spreadsheet would compute, times where the organization is. A thousand at a time. That it was
 * taken is recorded before the first piece. What is ours in it is said by `words`; names and roles are as they are.
 */
export async function exportInvitations(
  ctx: Context,
  chosen: ChosenInvitations,
  words: FileWords,
): Promise<AsyncGenerator<string>> {
  authorize(ctx, "invitations:export");
  const data = "all" in chosen ? { ...chosen.all } : { count: chosen.invitations.length };
  await recordActivity(ctx.db, { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId }, [
    { kind: "invitations_exported", data },
  ]);
  return pieces(ctx, chosen, words);
}

async function* pieces(ctx: Context, chosen: ChosenInvitations, words: FileWords): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(words.headings);
  const time = timeWriter(ctx.org.timeZone);
  for await (const rows of "all" in chosen ? matching(ctx, chosen) : named(ctx, chosen))
    yield rows.map((row) => lineOf(ctx, listed(ctx, row), time, words)).join("");
}

async function* named(ctx: Context, { invitations }: { invitations: string[] }) {
  for (let from = 0; from < invitations.length; from += PAGE)
    yield await selectNamed(ctx.db, viewerOf(ctx), invitations.slice(from, from + PAGE));
}

async function* matching(ctx: Context, { all }: Extract<ChosenInvitations, { all: unknown }>) {
  const filter = await narrowedTo(ctx, all);
  let after: string | null = null;
  for (;;) {
    const rows = await selectListed(ctx.db, filter, { after, limit: PAGE });
    yield rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < PAGE) return;
  }
}

/** "2026-11-25 14:05", where the organization is. */
function timeWriter(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return (at) => format.format(at);
}

const placeWords = (ctx: Context, place: InvitationPlace, say: Say): string =>
  ({
    workspace: "name" in place ? place.name : "",
    unseen: say(UNSEEN_WORKSPACE),
    portal: ctx.org.name,
  })[place.kind];

function lineOf(ctx: Context, one: ListedInvitation, time: (at: Date) => string, words: FileWords): string {
  return csvLine([
    one.name,
    one.address,
    placeWords(ctx, one.place, words.say),
    one.role ?? "",
    one.invitedBy,
    time(one.invitedAt),
    one.sends > 0 ? time(one.sentAt) : "",
    String(one.sends),
    words.states[one.state],
    words.say(deliveryStates[one.delivery]),
    words.say(one.delivery === "suppressed" ? blockedWords(one.deliveryError) : (one.deliveryError ?? "")),
    time(one.expiresAt),
  ]);
}
