"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { addFromDraft } from "@/lib/domain/add-people";
import type { Context } from "@/lib/domain/context";
import {
  ClientDetails,
  type DraftKind,
  GroupDraftDetails,
  InternalDetails,
  isPersonKind,
  kindOfSlug,
} from "@/lib/domain/draft-details";
import type { Duplicate } from "@/lib/domain/duplicates";
import { notFound } from "@/lib/domain/errors";
import { FixPeople, fixPeople } from "@/lib/domain/fix-people";
import { Choose } from "@/lib/domain/how";
import { keepChoice, saveGroup, savePerson } from "@/lib/domain/save-details";
import { discardDraft } from "@/lib/domain/unfinished";
import { sayIn } from "@/lib/words/say";
import { type OrganizationPlace, organizationAt } from "./place";
import { type Failure, type FormState, type Refused, type Result, runAction } from "./run";
import { typedIn } from "./typed-in";

/** Where a step of the wizard stands; the browser may have changed it. */
type WizardPlace = OrganizationPlace & { kind: string; draft: string };

/** A refused form with what was typed into it, and whose addresses those were. */
export type WizardState = (Refused & { duplicates?: Duplicate[] }) | null;

type Step = Context & { kind: DraftKind; draft: string };

const kindAt = (at: WizardPlace) => (typeof at?.kind === "string" ? kindOfSlug(at.kind) : null);

/** Who acts, on what kind of contact or group. A place that is none does not exist. */
const stepAt = (at: WizardPlace) => async (): Promise<Step> => {
  const ctx = await organizationAt(at)();
  const { draft } = at;
  const kind = kindAt(at);
  if (!kind || typeof draft !== "string" || draft.length > 36) throw notFound();
  return { ...ctx, kind, draft };
};

const pathOf = (at: WizardPlace, ...rest: string[]) =>
  ["", at.org, "contacts", "new", at.kind, ...rest].join("/");

/** Leads to a step; the browser forgets how the steps looked before, so that its Back shows what is kept now. */
function goTo(path: string): never {
  refresh();
  redirect(path);
}

function refused(failure: Failure, form: FormData, duplicates?: Duplicate[]): WizardState {
  return { ...failure, typed: form instanceof FormData ? typedIn(form) : {}, duplicates };
}

/** What was saved, and what is said where the address turned out to be somebody's. */
const inWords = async <T extends object>(
  { language }: Step,
  saved: Promise<T>,
): Promise<T & { taken: string }> => ({
  ...(await saved),
  taken: sayIn(language)("This address belongs to somebody already. Nothing was added."),
});

const personSchemas = { client: ClientDetails, internal: InternalDetails };

/** "Next": keeps the details and goes on, or comes back with what stands in the way. */
export async function saveDetailsAction(
  at: WizardPlace,
  _: WizardState,
  form: FormData,
): Promise<WizardState> {
  const kind = kindAt(at) ?? "client";
  const result = isPersonKind(kind)
    ? await runAction(stepAt(at), personSchemas[kind] as typeof ClientDetails, form, (ctx, input) =>
        inWords(ctx, savePerson(ctx, { kind, draft: ctx.draft }, input)),
      )
    : await runAction(stepAt(at), GroupDraftDetails, form, (ctx, input) =>
        inWords(ctx, saveGroup(ctx, { kind, draft: ctx.draft }, input)),
      );
  if (!result.ok) return refused(result, form);
  if (result.data.draft) goTo(pathOf(at, result.data.draft, "how"));
  const { taken: message, duplicates } = result.data;
  return refused({ ok: false, code: "conflict", message }, form, duplicates);
}

/** "Add to …": does what was chosen; "Back" and "Use this contact" keep the choice and add nothing. */
export async function chooseHowAction(at: WizardPlace, _: WizardState, form: FormData): Promise<WizardState> {
  const result = await runAction(stepAt(at), Choose, form, choose);
  if (!result.ok) return refused(result, form);
  goTo(pathOf(at, at.draft, ...result.data.path));
}

async function choose(ctx: Step, input: z.output<typeof Choose>): Promise<{ path: string[] }> {
  const { kind, draft } = ctx;
  const { step, contact, ...choice } = input;
  if (step || contact) await keepChoice(ctx, { kind, draft }, { choice, contact });
  else await addFromDraft(ctx, { kind, draft }, choice);
  return { path: step ? [] : [contact ? "how" : "done"] };
}

const Kept = Choose.omit({ step: true, contact: true });

/** Keeps what the second step holds so far, for when its page is loaded again; what is wrong is said when it is sent. */
export async function keepHowAction(at: WizardPlace, form: FormData): Promise<Result<void>> {
  return runAction(stepAt(at), Kept, form, (ctx, choice) => keepChoice(ctx, ctx, { choice }));
}

/** "Send again": those of a group who were not added, put right. */
export async function fixPeopleAction(at: WizardPlace, _: WizardState, form: FormData): Promise<WizardState> {
  const result = await runAction(stepAt(at), FixPeople, form, (ctx, input) => {
    if (isPersonKind(ctx.kind)) throw notFound();
    return fixPeople(ctx, { kind: ctx.kind, draft: ctx.draft }, input);
  });
  if (!result.ok) return refused(result, form);
  goTo(pathOf(at, at.draft, "done"));
}

/** "Discard": what was left unfinished is not offered any more. */
export async function discardDraftAction(
  at: WizardPlace,
  _: FormState<void>,
  form: FormData,
): Promise<FormState<void>> {
  const result = await runAction(stepAt(at), z.strictObject({}), form, (ctx) => discardDraft(ctx, ctx));
  if (result.ok) refresh();
  return result;
}
