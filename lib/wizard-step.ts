import { noPage } from "@/lib/after-form";
import { contextFor, onPage } from "@/lib/context";
import type { Context } from "@/lib/domain/context";
import { type DraftKind, kindOfSlug } from "@/lib/domain/draft-details";
import { type Draft, draftOperations, findDraft, getDraft } from "@/lib/domain/drafts";
import { refusal } from "@/lib/domain/permissions";

export type WizardParams = { org: string; kind: string };

/** `path` is the wizard's own, without a draft. */
type Step = { ctx: Context; kind: DraftKind; path: string };

/** Who stands at the wizard, and why they may not use it, if so. Words that are no kind do not exist. */
export async function wizardStep(
  { org, kind: slug }: WizardParams,
  rest = "",
): Promise<Step & { refused: string | null }> {
  const path = `/${org}/contacts/new/${slug}`;
  const ctx = await onPage(contextFor(org), path + rest);
  const kind = kindOfSlug(slug);
  if (!kind || ctx.actor.kind !== "internal") return noPage();
  return { ctx, kind, path, refused: refusal(draftOperations[kind], ctx.actor)?.message ?? null };
}

/** The first step, whose draft may not have been kept yet. */
export async function firstStep(
  params: WizardParams & { draft: string },
): Promise<Step & { draft: Draft | null }> {
  const step = await wizardStep(params, `/${params.draft}`);
  return { ...step, draft: await onPage(findDraft(step.ctx, step.kind, params.draft), step.path) };
}

/** The same with one's own draft; without it, or without the right to use it, there is no such page. */
export async function draftStep(params: WizardParams & { draft: string }): Promise<Step & { draft: Draft }> {
  const step = await wizardStep(params, `/${params.draft}`);
  return { ...step, draft: await onPage(getDraft(step.ctx, step.kind, params.draft), step.path) };
}
