import type { Language } from "@/lib/domain/languages";
import type { Ago } from "./clock";

/** A person of the demo. Who has `joined` did so before the stories begin; others join in one, or not at all. */
export type Person = {
  kind?: "internal";
  isAdmin?: true;
  name: string;
  email?: string;
  phone?: string;
  company?: string;
  title?: string;
  /** Of pages and messages for them; left out, the organization's. */
  language?: Language;
  joined?: Ago;
};

/** Somebody with an account, who became a member at once. */
type Added<Who extends string> = {
  who: Who;
  by: Who;
  at: Ago;
  /** Member through a group only. */
  through?: string;
  /** When they last looked; left out, they have seen everything. */
  seen?: Ago | "never";
};

/** Somebody without an account, and how far their invitation came. Left out: delivered, not used. */
export type Invited<Who extends string> = {
  who: Who;
  by: Who;
  at: Ago;
  /** Member through a group only. */
  through?: string;
  note?: string;
  again?: Ago[];
  /** Messages that went by themselves. */
  reminded?: Ago[];
  /** Of the latest message. */
  delivery?: "queued" | "sent" | "delayed" | "bounced" | "complained" | "failed" | "uncertain";
  error?: string;
  /** The address takes no messages any more. */
  isSuppressed?: true;
  accepted?: Ago;
  declined?: Ago;
  cancelled?: Ago;
  isClosedAsExpired?: true;
  seen?: Ago;
};

export type Step<Who extends string> = {
  title: string;
  kind: "todo" | "approval" | "acknowledgement";
  role: string;
  /** Starts together with the one before. */
  isParallel?: true;
  /** Days from today. */
  due: number;
  instructions?: string;
  done?: { by: Who; at: Ago };
};

/** A Workspace Link and who came by it; who was neither declined nor withdrew waits. */
type SeedLink<Who extends string> = {
  by: Who;
  at: Ago;
  role: string;
  uses: {
    name: string;
    email: string;
    at: Ago;
    declined?: { by: Who; at: Ago; reason: string };
    withdrawn?: Ago;
  }[];
};

/** One workspace from its first day to now. */
export type Story<Who extends string> = {
  name: string;
  owner: Who;
  created: Ago;
  due: number;
  groups?: string[];
  roles: { name: string; audience: "internal" | "client" | "any"; holder?: Who; group?: string }[];
  steps: Step<Who>[];
  added: Added<Who>[];
  invited: Invited<Who>[];
  link?: SeedLink<Who>;
};
