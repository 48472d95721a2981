import { one, type Query, withQuery } from "@/components/ui/query";
import type { InvitationsInput } from "@/lib/domain/invitation-filter";

/** What of the list stands in the address bar. */
export type Seen = InvitationsInput;

export const seenIn = (query: Query): Seen => ({
  find: one(query, "find"),
  state: one(query, "state"),
  delivery: one(query, "delivery"),
  age: one(query, "age"),
  inviter: one(query, "inviter"),
  workspace: one(query, "workspace"),
  group: one(query, "group"),
  after: one(query, "after"),
});

/** The address of the list as it is, with something changed; a change begins at its start. */
export const listPath = (org: string, seen: Seen, change: Partial<Seen> = {}): string =>
  withQuery(`/${org}/invitations`, { ...seen, after: undefined, ...change });

/** What an act on everything that matches is handed. */
export const filterQuery = ({ after: _, ...filter }: Seen): Record<string, string | undefined> => filter;

export const isNarrowed = (seen: Seen): boolean => Object.values(filterQuery(seen)).some(Boolean);
