import { one, type Query, withQuery } from "@/components/ui/query";
import type { FormState, KeptState } from "@/lib/actions/run";
import type { LinkUses, LinkView } from "@/lib/domain/link-views";

type Act<S = FormState<{ id: string }>> = (state: FormState<{ id: string }>, form: FormData) => Promise<S>;

/** Saves a link's form; refused, it comes back with what was typed. */
export type SaveLink = Act<KeptState<{ id: string }>>;

/** `holder`: who has it already. */
export type LinkRole = {
  id: string;
  name: string;
  audience: "internal" | "client" | "any";
  holder: string | null;
};

/** Where links are shown: a workspace, or the organization's contacts. */
export type LinkPage = {
  /** The page's own address. */
  path: string;
  /** Where "Close" leads, and what that is called. */
  back: { path: string; name: string };
  title: string;
  /** Roles to fill; null where links fill none. */
  roles: LinkRole[] | null;
  isAdmin: boolean;
  acts: { create: Act; change: SaveLink; turnOn: Act; refresh: Act };
};

const SHOWS = ["uses", "qr", "refresh", "refreshed", "on"] as const;

/** What of which link is open, as it stands in the address. */
export type LinkSeen = { link?: string; show?: (typeof SHOWS)[number]; after?: string };

export const linkSeen = (query: Query): LinkSeen => ({
  link: one(query, "link"),
  show: SHOWS.find((show) => show === one(query, "show")),
  after: one(query, "after"),
});

export const seenPath = (path: string, seen: LinkSeen): string => withQuery(path, seen);

/** A link with what of it is open. */
export type ShownLink = {
  link: LinkView;
  /** The whole link, as it is handed over. */
  url: string;
  show?: LinkSeen["show"];
  uses: LinkUses | null;
  qr: { size: number; path: string } | null;
};
