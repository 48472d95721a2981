import { one, type Query, withQuery } from "@/components/ui/query";
import type { TabCounts } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";

/** What of the list stands in the address bar. */
export type Seen = {
  tab: "clients" | "internal" | "groups" | "teams";
  find?: string;
  state?: string;
  company?: string;
  group?: string;
  sort?: string;
  after?: string;
};

const tabs = ["clients", "internal", "groups", "teams"] as const;

export const seenIn = (query: Query): Seen => ({
  tab: tabs.find((known) => known === one(query, "tab")) ?? "clients",
  find: one(query, "find"),
  state: one(query, "state"),
  company: one(query, "company"),
  group: one(query, "group"),
  sort: one(query, "sort"),
  after: one(query, "after"),
});

/** The form that sends one person's invitation again, by its id. */
export const RESEND_FORM = "contacts-resend";

/** The address of the list as it is, with something changed; the first tab needs no name. */
export function listPath(org: string, seen: Seen, change: Partial<Seen> = {}): string {
  const { tab, ...rest } = { ...seen, after: undefined, ...change };
  return withQuery(`/${org}/contacts`, { tab: tab === "clients" ? undefined : tab, ...rest });
}

/** What an act on everybody who matches is handed. */
export const filterQuery = ({ sort: _, after: __, ...filter }: Seen): Record<string, string | undefined> =>
  filter;

/** So many, or "1,000+". */
export const capped = (count: number, t: RoomWords<"contacts">): string =>
  count > 1_000 ? t("countMore", { count: 1_000 }) : t("count", { count });

export const isNarrowed = ({ find, state, company, group }: Seen): boolean =>
  Boolean(find || state || company || group);

export type Counts = TabCounts;
