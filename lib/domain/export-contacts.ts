import { type ExportRow, selectExportRows } from "@/db/queries/contact-export";
import {
  type Branch,
  browse,
  type ContactCursor,
  type ContactFilter,
  holding,
  selectContacts,
  startingWith,
} from "@/db/queries/contacts";
import { recordActivity } from "./activity";
import type { Chosen } from "./chosen";
import { filterOf, readContactsQuery, searchOf } from "./contact-filter";
import type { Context } from "./context";
import { BYTE_ORDER_MARK, csvLine } from "./csv";
import { authorize } from "./permissions";
import type { ContactState } from "./views";

const PAGE = 1_000;

/** What stands above each column, and what kinds and states are called. */
export type ExportWords = {
  headings: string[];
  kinds: Record<"internal" | "client", string>;
  states: Record<ContactState, string>;
};

/**
 * The contacts chosen as a CSV file, in pieces: UTF-8 with its mark, every field quoted, nothing in it that a
 * spreadsheet would compute. A thousand people at a time, however many there are; one piece each. That it was
 * taken is recorded before the first piece.
 */
export async function exportContacts(
  ctx: Context,
  chosen: Chosen,
  words: ExportWords,
): Promise<AsyncGenerator<string>> {
  authorize(ctx, "contacts:export");
  await recordActivity(ctx.db, { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId }, [
    {
      kind: "contacts_exported",
      data: "all" in chosen ? { ...chosen.all } : { count: chosen.contacts.length },
    },
  ]);
  return pieces(ctx, chosen, words);
}

async function* pieces(ctx: Context, chosen: Chosen, words: ExportWords): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(words.headings);
  const at = { orgId: ctx.org.id, timeZone: ctx.org.timeZone };
  for await (const ids of "all" in chosen ? matching(ctx, chosen.all) : pagesOf(chosen.contacts))
    yield (await selectExportRows(ctx.db, at, ids)).map((row) => lineOf(row, words)).join("");
}

function lineOf(row: ExportRow, { kinds, states }: ExportWords): string {
  const { name, email, phone, company, title, kind, state, groups, added } = row;
  const rest = [kinds[kind], states[state], groups.join("; "), added];
  return csvLine([...[name, email, phone, company, title].map((field) => field ?? ""), ...rest]);
}

async function* pagesOf(ids: string[]): AsyncGenerator<string[]> {
  for (let from = 0; from < ids.length; from += PAGE) yield ids.slice(from, from + PAGE);
}

/** The ids a list's filter finds, in its order, page by page. */
async function* matching(ctx: Context, input: Extract<Chosen, { all: unknown }>["all"]) {
  const query = readContactsQuery(input);
  const filter = filterOf(ctx, query);
  const search = searchOf(ctx, query);
  let isAny = false;
  for (const branch of search ? startingWith(search) : browse(query.sort, filter))
    for await (const ids of inBranch(ctx, filter, branch)) {
      isAny = true;
      yield ids;
    }
  if (search && search.words.length > 0 && !isAny) yield* inBranch(ctx, filter, holding(search));
}

async function* inBranch(ctx: Context, filter: ContactFilter, branch: Branch): AsyncGenerator<string[]> {
  let cursor: ContactCursor | null = null;
  for (;;) {
    const rows = await selectContacts(ctx.db, filter, branch, { cursor, limit: PAGE });
    if (rows.length > 0) yield rows.map(({ id }) => id);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    cursor = { rank: last.rank, keys: last.keys, id: last.id };
  }
}
