export type LinkMode = "request" | "join";
export type Audience = "client" | "internal";

/** How a link stands. "stopped": who answers for it may not grant any more what it grants. */
export type LinkState = "open" | "paused" | "stopped" | "expired" | "used_up";

export type LinkView = {
  id: string;
  /** The link itself, without the portal's address. */
  path: string;
  state: LinkState;
  mode: LinkMode;
  audience: Audience;
  role: string | null;
  generation: number;
  domains: string[];
  maxUses: number | null;
  uses: number;
  expiresAt: Date;
  /** Who answers for it. */
  maker: string;
  waiting: number;
  /** The first of those who wait. */
  waitingNames: string[];
  /** Why the reader may not change it; null if they may. */
  locked: string | null;
};

/** One address that came by a link, and what became of it. */
export type LinkUse = {
  id: string;
  name: string | null;
  address: string;
  status: "pending" | "approved" | "declined" | "withdrawn" | "expired" | "joined";
  at: Date;
  decidedBy: string | null;
};

export type LinkUses = { list: LinkUse[]; next: string | null };
