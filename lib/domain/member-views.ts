import type { MemberRow } from "./views";

/** A group of the workspace: everybody in it is a member. */
export type MemberGroup = {
  groupId: string;
  name: string;
  kind: "team" | "client_group";
  people: number;
  joined: number;
  roles: string[];
  /** The first five who have not joined; only for those who may see invitations. */
  waiting: string[];
  mayRemove: boolean;
  order: number;
};

export type MembersPage = {
  internal: MemberRow[];
  clients: MemberRow[];
  groups: MemberGroup[];
  /** The people of the group that is opened, and the cursor of their next page. */
  opened: { groupId: string; people: MemberRow[]; next: string | null } | null;
  /** Members altogether, capped: 1001 means "more than 1,000". */
  total: number;
  notJoined: number;
  /** How many of these their invitation did not reach; none for those who do not see invitations. */
  undelivered: number;
  /** Cursor of the next page, or null at the end. */
  next: string | null;
};
