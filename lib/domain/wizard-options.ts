import {
  type Option,
  type OwnWorkspace,
  selectAdmins,
  selectEditableGroups,
  selectManagers,
  selectOwnWorkspaces,
  selectPersons,
} from "@/db/queries/wizard";
import type { Context } from "./context";
import { type DraftKind, isPersonKind } from "./draft-details";
import { type Draft, draftOperations, isPersonDraft } from "./drafts";
import { type Duplicate, findDuplicates } from "./duplicates";
import { type Preview, previewPeople } from "./group-preview";
import { languagesIn } from "./languages";
import { authorize } from "./permissions";
import { groupKindOf } from "./save-details";

const MOST_OPTIONS = 200;

/** `isAdmin`: whether new internal users may be among a group's people. */
export type DetailsOptions = {
  groups: Option[];
  managers: Option[];
  languages: ReturnType<typeof languagesIn>;
  isAdmin: boolean;
};

/** What the first step lets one choose from: groups one may put people in, or who can look after a group. */
export async function listDetailsOptions(
  ctx: Context,
  kind: DraftKind,
  chosen: string[],
): Promise<DetailsOptions> {
  authorize(ctx, draftOperations[kind]);
  const common = { isAdmin: ctx.actor.isAdmin, languages: languagesIn(ctx.language) };
  const at = { orgId: ctx.org.id, ...ctx.actor };
  if (!isPersonKind(kind))
    return {
      ...common,
      groups: [],
      managers: await selectManagers(ctx.db, ctx.org.id, { chosen, limit: MOST_OPTIONS }),
    };
  const by = { kind: groupKindOf(kind), limit: MOST_OPTIONS };
  return { ...common, groups: await selectEditableGroups(ctx.db, at, by), managers: [] };
}

export type HowOptions = {
  workspaces: OwnWorkspace[];
  /** The existing contact that is used. */
  contact: Option | null;
  /** People with the same name and company, to use in place of a new contact. */
  alike: Duplicate[];
  /** Of a group: what will become of its people. */
  preview: Preview | null;
};

/** What the second step shows. */
export async function getHowOptions(ctx: Context, draft: Draft): Promise<HowOptions> {
  authorize(ctx, draftOperations[draft.kind]);
  const at = { orgId: ctx.org.id, contactId: ctx.actor.contactId };
  const audience = draft.kind === "internal" || draft.kind === "team" ? "internal" : "client";
  const [workspaces, contact, alike, preview] = await Promise.all([
    selectOwnWorkspaces(ctx.db, at, { audience, limit: MOST_OPTIONS }),
    contactOf(ctx, draft),
    alikeOf(ctx, draft),
    isPersonDraft(draft) ? null : previewPeople(ctx, draft.kind, draft.details.people),
  ]);
  return { workspaces, contact, alike, preview };
}

async function contactOf(ctx: Context, draft: Draft): Promise<Option | null> {
  const id = isPersonDraft(draft) ? draft.contact : null;
  return id ? ((await selectPersons(ctx.db, ctx.org.id, [id]))[0] ?? null) : null;
}

async function alikeOf(ctx: Context, draft: Draft): Promise<Duplicate[]> {
  if (!isPersonDraft(draft) || draft.contact) return [];
  const { name, company } = draft.details;
  return findDuplicates(ctx, { name, company });
}

/** Whom to ask for what only admins may do. */
export async function listAdmins(ctx: Context): Promise<(Option & { email: string | null })[]> {
  authorize(ctx, "contacts:view");
  return selectAdmins(ctx.db, ctx.org.id);
}
