import type { Database } from "@/db/client";
import type { Language } from "./languages";
import type { KeyRing } from "./token";

export type Organization = {
  id: string;
  number: number;
  slug: string;
  name: string;
  country: string;
  language: string;
  timeZone: string;
  holdSeconds: number;
  invitationHours: number;
  memberHourlyLimit: number;
  adminDailyLimit: number;
  workspaceDailyLimit: number;
  dailyLimit: number;
  reminderDays: number[];
  /** Empty: whoever is not blocked may be invited. */
  allowedDomains: string[];
  blockedDomains: string[];
  /** Less than a week old. */
  isYoung: boolean;
};

/** Who acts, as one organization knows them. Made only by `lib/context.ts` and the tests' cast. */
export type Actor = {
  contactId: string;
  userId: string;
  kind: "internal" | "client";
  isAdmin: boolean;
  name: string;
  address: string;
  /** What the contact's messages are written in, if anybody has chosen. */
  language: string | null;
};

/** How the actor stands to the workspace that the request names. */
export type WorkspaceStanding = {
  id: string;
  name: string;
  isMember: boolean;
  isOwner: boolean;
  isArchived: boolean;
};

/**
 * How text messages go: out, into the local mailbox, or (none) not at all. `countries`: where to, null for the
 * organization's own; `dailyLimit`: how many a day, 0 switches them off.
 */
export type SmsRules = {
  way: "out" | "mailbox" | "none";
  countries: readonly string[] | null;
  dailyLimit: number;
};

/** What is the same for every request. `dailyMessages`: how many may be caused in a day by everybody together. */
export type Installation = { db: Database; keys: KeyRing; sms: SmsRules; dailyMessages?: number };

/** Before membership: setup, sign-in, accepting. `userId` is null for nobody. */
export type UserContext = Installation & { userId: string | null };

/** `language`: what the actor reads. `ip`: the network the request came from, where a trusted proxy says so. */
export type Context = Installation & {
  org: Organization;
  actor: Actor;
  language: Language;
  ip?: string | null;
};

export type WorkspaceContext = Context & { workspace: WorkspaceStanding };
