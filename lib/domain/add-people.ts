import type { Database } from "@/db/client";
import { type LockedGroup, lockGroups } from "@/db/queries/group-locks";
import { selectMergedInto } from "@/db/queries/merge";
import { selectGroupContacts, selectPersons } from "@/db/queries/wizard";
import { createContact } from "./add-contacts";
import type { Added } from "./added";
import { once } from "./commands";
import type { Context } from "./context";
import type { DraftKind } from "./draft-details";
import {
  draftOperations,
  type GroupDraft,
  isPersonDraft,
  type PersonDraft,
  readDraft,
  updateDraft,
} from "./drafts";
import { DomainError } from "./errors";
import { addPeople } from "./group-add";
import { refuseStrangers } from "./group-people";
import { createGroup } from "./groups";
import type { Choice } from "./how";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { invitePortal } from "./portal";
import { Recipients } from "./recipients";
import type { InviteAnswer, Outcome } from "./views";
import { openPlace, type Placed } from "./wizard-place";

/**
 * Last step: adds the person, or the group with its people, and does what was chosen. "Add to Workspace" invites into
 * a workspace, existing or new; "Add to Contacts" to the portal; "Add to Contacts Quietly" sends nothing at all, also
 * where a chosen group is in workspaces. Everybody gets one message at most. One transaction; done once a draft.
 */
export async function addFromDraft(
  ctx: Context,
  at: { kind: DraftKind; draft: string },
  choice: Choice,
): Promise<Added> {
  authorize(ctx, draftOperations[at.kind]);
  return inOneAct(ctx.db, async (tx) => {
    const draft = await readDraft(tx, ctx, at.kind, at.draft);
    return once(tx, ctx, draft.id, async () => {
      const inner = { ...ctx, db: tx };
      const placed = choice.how === "workspace" ? await openPlace(tx, ctx, choice) : null;
      const act = { choice, placed, command: placed?.command ?? newId() };
      const added = isPersonDraft(draft)
        ? await addPerson(tx, inner, draft, act)
        : await addGroup(tx, inner, draft, act);
      await updateDraft(tx, ctx, draft.id, { choice, added });
      return added;
    });
  });
}

/** `command`: the number of the act of inviting, for "Undo". */
type Act = { choice: Choice; placed: Placed | null; command: string };

async function addPerson(
  tx: Database,
  ctx: Context,
  { kind, details, contact }: PersonDraft,
  act: Act,
): Promise<Added> {
  const { choice, placed, command } = act;
  const made = contact
    ? { id: await chosenContact(tx, ctx, contact), isNew: false }
    : await createContact(ctx, { kind, ...details });
  const [person] = await selectPersons(tx, ctx.org.id, [made.id]);
  const told = new Set<string>();
  const answer = await sendTo(tx, ctx, { contacts: [made.id] }, { ...act, told });
  const isQuiet = choice.how === "quiet";
  const outcomes = [...(answer?.outcomes ?? [])];
  for (const id of details.groups) {
    const group = await lockChosen(tx, ctx, id);
    refuseStrangers(ctx, group);
    const joined = await addPeople(tx, ctx, group, { people: [{ contact: made.id }], isQuiet, told });
    outcomes.push(...joined.outcomes.filter(({ unsent }) => unsent?.status === "not_allowed"));
  }
  const [own] = answer?.outcomes ?? [];
  const isSent = own?.status === "invited" || own?.status === "added";
  return {
    ...(told.size > 0 || isSent ? heldOf(ctx, answer) : { heldUntil: null }),
    how: choice.how,
    name: person?.name ?? details.name,
    contact: made.id,
    group: null,
    isKnown: !made.isNew,
    isMember: own?.status === "added",
    workspace: placed && { id: placed.workspace.id, name: placed.workspace.name },
    command: isSent ? command : null,
    added: 1,
    sent: isSent ? 1 : 0,
    open: [],
    unsent: unsentOf(outcomes),
  };
}

async function lockChosen(tx: Database, ctx: Context, id: string): Promise<LockedGroup> {
  const [group] = await lockGroups(tx, { orgId: ctx.org.id, contactId: ctx.actor.contactId }, [id]);
  if (!group)
    throw new DomainError(
      "gone",
      "A group you chose is no longer there. Go back and choose again. Nothing was added.",
    );
  return group;
}

/** The contact that was chosen in the first step, or whom it was merged into since. */
async function chosenContact(tx: Database, ctx: Context, id: string): Promise<string> {
  const [person] = await selectPersons(tx, ctx.org.id, [id]);
  const now = person ?? (await selectMergedInto(tx, ctx.org.id, id));
  if (!now) throw new DomainError("gone", "This contact does not exist any more. Nothing was added.");
  return now.id;
}

async function addGroup(tx: Database, ctx: Context, { kind, details }: GroupDraft, act: Act): Promise<Added> {
  const { choice, placed, command } = act;
  const { name, description, managers } = details;
  const people = Recipients.parse(details.people);
  const { id, outcomes } = await createGroup(ctx, {
    ...{ command: newId(), kind, name, description, managers, people },
  });
  const contacts = await selectGroupContacts(tx, ctx.org.id, id);
  const answer =
    contacts.length > 0 ? await sendTo(tx, ctx, { contacts, group: id }, { ...act, told: new Set() }) : null;
  const sendings = answer?.outcomes.flatMap((outcome) => outcome.people ?? [outcome]) ?? [];
  return {
    ...heldOf(ctx, answer),
    how: choice.how,
    name,
    contact: null,
    group: id,
    isKnown: false,
    isMember: false,
    workspace: placed && { id: placed.workspace.id, name: placed.workspace.name },
    command: answer ? command : null,
    added: contacts.length,
    sent: sendings.filter(isDone).length,
    open: openOf(outcomes),
    unsent: unsentOf(sendings),
  };
}

type Sending = Act & { told: Set<string> };

/** Sends what was chosen, to the people or to the group as a unit; null for quietly. */
async function sendTo(
  tx: Database,
  ctx: Context,
  { contacts, group }: { contacts: string[]; group?: string },
  { choice, placed, command, told }: Sending,
): Promise<InviteAnswer | null> {
  const { note, role } = choice;
  if (choice.how === "quiet") return null;
  if (!placed) return once(tx, ctx, command, () => invitePortal(tx, ctx, contacts, { note, told }));
  const people = group ? [{ group }] : contacts.map((contact) => ({ contact }));
  const { workspace } = placed;
  const answer = await inviteMembers({ ...ctx, workspace }, { command, people, note, role });
  for (const [i, { status }] of answer.outcomes.entries()) {
    const id = contacts[i];
    if (!group && id && status === "invited") told.add(id);
  }
  return answer;
}

const isDone = ({ status }: Outcome) => status === "invited" || status === "added";

/** Who was refused and can be put right; who is inside already needs nothing. */
export const openOf = (outcomes: Outcome[]): Added["open"] =>
  outcomes
    .filter(({ status }) => status !== "added" && status !== "invited" && status !== "already_member")
    .map(({ input, name, reason }) => ({ input, name, reason }));

const MOST_NAMED = 50;

/** Who is in but was sent nothing, and why; the first of them. */
export const unsentOf = (outcomes: Outcome[], before: Added["unsent"] = []): Added["unsent"] => {
  const now = outcomes
    .filter((outcome) => !isDone(outcome) || outcome.unsent)
    .map(({ name, reason, unsent }) => ({ name, reason: unsent?.reason ?? reason }));
  return [...before, ...now].slice(0, MOST_NAMED);
};

const heldOf = (ctx: Context, answer: InviteAnswer | null) => ({
  heldUntil: answer?.heldUntil && ctx.org.holdSeconds > 0 ? new Date(answer.heldUntil).toISOString() : null,
});
