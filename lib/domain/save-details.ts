import type { z } from "zod";
import { selectEditableGroups, selectManagers, selectPersons, selectTakenNames } from "@/db/queries/wizard";
import { type Address, parseAddress } from "./address";
import type { Context } from "./context";
import {
  type ClientDetails,
  type DraftKind,
  type GroupDraftDetails,
  type InternalDetails,
  isPersonKind,
  type PersonDetails,
  type PersonKind,
} from "./draft-details";
import {
  createDraft,
  type Draft,
  draftOperations,
  findDraft,
  type GroupData,
  isPersonDraft,
  type PersonData,
  updateDraft,
} from "./drafts";
import { type Duplicate, findDuplicates } from "./duplicates";
import { DomainError, notFound } from "./errors";
import { previewPeople } from "./group-preview";
import { type GroupKind, takenWords } from "./groups";
import type { Choice } from "./how";
import { authorize } from "./permissions";
import { sortKey } from "./text";

/** Where the details went; or, since they belong to a contact already, to whom. Then nothing is kept. */
export type Saved = { draft: string; duplicates: Duplicate[] } | { draft: null; duplicates: Duplicate[] };

/** `draft`: the id that the wizard's address has, kept or not. */
type At<K extends DraftKind> = { kind: K; draft: string };
type PersonInput = z.output<typeof ClientDetails> | z.output<typeof InternalDetails>;

/**
 * First step for a person: checks the details and keeps them in a draft; nobody is added. Refuses addresses that
 * cannot be read and groups one may not change. An address that a contact has already must be answered with `contact`.
 */
export async function savePerson(ctx: Context, at: At<PersonKind>, input: PersonInput): Promise<Saved> {
  authorize(ctx, draftOperations[at.kind]);
  const { contact: chosen, ...rest } = input;
  const details: PersonDetails = { isAdmin: false, ...rest };
  const before = await openDraft(ctx, at.kind, at.draft);
  const email = readAddress(ctx, "email", details.email);
  const phone = readAddress(ctx, "phone", details.phone);
  await refuseForeignGroups(ctx, at.kind, details.groups);
  const kept = chosen ?? (before && isPersonDraft(before) ? before.contact : null);
  const found = await findDuplicates(ctx, { email, phone });
  const contact = chosen ?? (found.some(({ id }) => id === kept) ? kept : null);
  if (contact) await refuseUnfit(ctx, at.kind, contact);
  if (found.length > 0 && !contact) return { draft: null, duplicates: found };
  return { draft: await keep(ctx, at, before, { details, contact: contact ?? null }), duplicates: [] };
}

/** First step for a group: as for a person, with a name nobody uses, managers and at least one person to add. */
export async function saveGroup(ctx: Context, at: At<GroupKind>, details: GroupDraftDetails): Promise<Saved> {
  authorize(ctx, draftOperations[at.kind]);
  const before = await openDraft(ctx, at.kind, at.draft);
  const taken = { kind: at.kind, keys: [sortKey(details.name)] };
  if ((await selectTakenNames(ctx.db, ctx.org.id, taken)).size > 0)
    throw wrong("name", takenWords[at.kind](details.name));
  const managers = await selectManagers(ctx.db, ctx.org.id, {
    chosen: details.managers,
    limit: details.managers.length,
  });
  if (details.managers.some((id) => !managers.some((manager) => manager.id === id)))
    throw wrong("managers", "Choose managers among your internal users.");
  const { count, open } = await previewPeople(ctx, at.kind, details.people);
  if (count === 0)
    throw wrong("people", open[0] ? `${open[0].name}: ${open[0].reason}` : "Add at least one person.");
  return { draft: await keep(ctx, at, before, { details }), duplicates: [] };
}

const wrong = (field: string, message: string) =>
  new DomainError("invalid", `${message} Nothing was added.`, { [field]: message });

async function openDraft(ctx: Context, kind: DraftKind, id: string): Promise<Draft | null> {
  const draft = await findDraft(ctx, kind, id);
  if (draft?.added) throw new DomainError("gone", `${draft.added.name} has been added already.`);
  return draft;
}

async function keep(
  ctx: Context,
  { kind, draft }: At<DraftKind>,
  before: Draft | null,
  data: PersonData | GroupData,
): Promise<string> {
  if (!before) return (await createDraft(ctx, kind, data, draft)).id;
  await updateDraft(ctx.db, ctx, draft, data);
  return draft;
}

function readAddress(ctx: Context, kind: Address["kind"], typed: string | null): string | null {
  if (!typed) return null;
  const parsed = parseAddress(typed, ctx.org.country);
  if (parsed.ok && parsed.address.kind === kind) return parsed.address.value;
  const reason = parsed.ok ? (kind === "email" ? "needs an email" : "needs a phone number") : parsed.reason;
  throw wrong(kind, `${typed}: ${reason}.`);
}

async function refuseForeignGroups(ctx: Context, kind: PersonKind, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const at = { orgId: ctx.org.id, ...ctx.actor };
  const groups = await selectEditableGroups(ctx.db, at, { kind: groupKindOf(kind), ids, limit: ids.length });
  if (groups.length < ids.length) throw wrong("groups", "Choose among the groups you may change.");
}

export const groupKindOf = (kind: PersonKind): GroupKind => (kind === "internal" ? "team" : "client_group");

async function refuseUnfit(ctx: Context, kind: PersonKind, id: string): Promise<void> {
  const [person] = await selectPersons(ctx.db, ctx.org.id, [id]);
  if (!person) throw wrong("contact", "This contact does not exist any more.");
  if (person.kind !== kind)
    throw wrong(
      "contact",
      person.kind === "client" ? `${person.name} is a client.` : `${person.name} is an internal user.`,
    );
  if (person.isDeactivated) throw wrong("contact", `${person.name} has been deactivated.`);
}

/** Keeps what was chosen in the second step; with `contact`, goes on with an existing one. Adds nobody. */
export async function keepChoice(
  ctx: Context,
  { kind, draft }: { kind: DraftKind; draft: string },
  { choice, contact }: { choice: Choice; contact?: string },
): Promise<void> {
  authorize(ctx, draftOperations[kind]);
  if (!(await openDraft(ctx, kind, draft))) throw notFound();
  if (contact && isPersonKind(kind)) await refuseUnfit(ctx, kind, contact);
  await updateDraft(ctx.db, ctx, draft, { choice, ...(contact && { contact }) });
}
