import type { ContactFilter, ContactSearch, ContactSort } from "@/db/queries/contacts";
import type { Context } from "./context";
import { INSTALLATION, isId } from "./id";
import { phoneStart } from "./people";
import { sortKey } from "./text";
import type { ContactState } from "./views";

export const contactStates = ["quiet", "invited", "joined", "bounced", "deactivated"] as const;
const sorts = ["name", "-name", "added", "-added", "state", "-state"] as const;
const tabs = ["clients", "internal", "groups", "teams"] as const;

export type ContactTab = (typeof tabs)[number];

/** What stands in the address of the list; every part may be missing or nonsense. */
export type ContactsInput = {
  tab?: string;
  find?: string;
  state?: string;
  company?: string;
  group?: string;
  sort?: string;
  after?: string;
};

/** The same, with what cannot be left out. */
export type ContactsQuery = {
  tab: ContactTab;
  find: string;
  state: ContactState | null;
  company: string | null;
  group: string | null;
  sort: ContactSort;
};

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | null =>
  list.find((known) => known === value) ?? null;

const LONGEST_FIND = 100;

/** Text from an address bar as a statement can hold it. */
export const storable = (text: string | undefined) => (text ?? "").replaceAll("\0", "").toWellFormed();

/** Reads the address: unknown values are as if they were not there, unknown groups have nobody in them. */
export function readContactsQuery(input: ContactsInput): ContactsQuery {
  return {
    tab: oneOf(tabs, input.tab) ?? "clients",
    find: storable(input.find).slice(0, LONGEST_FIND).toWellFormed().trim(),
    state: oneOf(contactStates, input.state),
    company: sortKey(storable(input.company).slice(0, 400)) || null,
    group: input.group ? (isId(input.group) ? input.group : INSTALLATION) : null,
    sort: oneOf(sorts, input.sort) ?? "name",
  };
}

/** What the list of people is narrowed to. */
export const filterOf = (ctx: Context, { tab, state, company, group }: ContactsQuery): ContactFilter => ({
  orgId: ctx.org.id,
  kind: tab === "internal" ? "internal" : "client",
  state,
  company,
  group,
});

/** From so many letters on a word is looked for inside others. */
export const SHORTEST_INSIDE = 3;

/** What is searched for; null for nothing, or nothing that a key could hold. */
export function searchOf(ctx: Context, { find }: Pick<ContactsQuery, "find">): ContactSearch | null {
  const name = sortKey(find);
  if (!name) return null;
  const words = name.split(" ").slice(0, 5);
  return {
    name,
    email: find.toLowerCase(),
    phone: phoneStart(find, ctx.org.country),
    words: words.some((word) => word.length >= SHORTEST_INSIDE) ? words : [],
  };
}
