import { one, type Query, withQuery } from "@/components/ui/query";
import type { OutboxTab } from "@/lib/domain/outbox";

/** What of the outbox stands in the address bar: the list, where it begins, and the message that is open. */
export type Seen = { tab: OutboxTab; find?: string; before?: string; message?: string; view?: string };

const tabs = ["all", "waiting", "sent", "problems"] as const;

export const seenIn = (query: Query): Seen => ({
  tab: tabs.find((known) => known === one(query, "tab")) ?? "all",
  find: one(query, "find"),
  before: one(query, "before"),
  message: one(query, "message"),
  view: one(query, "view"),
});

/** The address of the list as it is, without an open message, with something changed. */
export function outboxPath(org: string, seen: Seen, change: Partial<Seen> = {}): string {
  const { tab, ...rest } = { ...seen, message: undefined, view: undefined, ...change };
  return withQuery(`/${org}/outbox`, { tab: tab === "all" ? undefined : tab, ...rest });
}
