import type { ContactsInput } from "./contact-filter";
import { listContactIds } from "./contacts";
import type { Context } from "./context";
import { isId } from "./id";
import { authorize } from "./permissions";
import { MOST_RECIPIENTS } from "./recipients";

/** Whom an act is about: contacts by name, or everybody a list's filter finds. */
export type Chosen = { contacts: string[] } | { all: ContactsInput };

/** Reads an address: `c` as often as wanted, else the filter. Of a `c` that is no id nobody is meant, never everybody. */
export function readChosen(query: Record<string, string | string[] | undefined>): Chosen {
  if (query.c !== undefined) return { contacts: [...new Set([query.c].flat().filter(isId))] };
  const text = (name: string) => [query[name]].flat()[0] || undefined;
  const [tab, find, state, company, group, sort] = ["tab", "find", "state", "company", "group", "sort"].map(
    text,
  );
  return { all: { tab, find, state, company, group, sort } };
}

/** The ids of the people chosen; null when they are more than one act can take. */
export async function listChosen(ctx: Context, chosen: Chosen): Promise<string[] | null> {
  authorize(ctx, "contacts:view");
  const ids =
    "all" in chosen
      ? await listContactIds(ctx, { ...chosen.all, most: MOST_RECIPIENTS + 1 })
      : chosen.contacts;
  return ids.length > MOST_RECIPIENTS ? null : ids;
}
