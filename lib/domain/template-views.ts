import type { TemplateHead } from "@/db/queries/templates";
import type { TemplateFlow } from "@/db/schema";
import type { OutcomeStatus } from "./views";

export type { TemplateFlow, TemplateHead };

/** A template in the list; without counts where its flow is damaged. */
export type TemplateRow = TemplateHead & { roles: number | null; actions: number | null };

/** `flow` is null where what is stored is damaged; `version` changes with every change. */
export type TemplateView = TemplateHead & { flow: TemplateFlow | null; version: string; mayEdit: boolean };

/** What became of one role of a template that was used. */
export type RoleOutcome = {
  role: string;
  name: string;
  /** What was typed for it; empty where it was skipped. */
  asked: string;
  /** Address of a colleague whom admins can be asked to invite for it, where one may not do so oneself. */
  askFor: string | null;
  /** Whether they have been asked, and who has invited the colleague since. */
  request: { answeredBy: string | null } | null;
  /** Who holds the role now; null while it is unassigned. */
  holder: string | null;
  status: OutcomeStatus | null;
  /** Why it is unassigned, or why nobody was told. */
  reason: string | null;
  /** Of a group: how many people it has, how many of them are sent something, and why others could not be. */
  people: { count: number; sent: number; unsent?: { count: number; reasons: string[] } } | null;
};

/** What using a template made; kept with the act for the page that tells of it. */
export type Started = {
  template: string;
  workspace: { id: string; name: string };
  roles: RoleOutcome[];
  /** How many people are sent something, and until when "Undo" stops that. */
  sent: number;
  heldUntil: Date | null;
};
