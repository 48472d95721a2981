import { sendable, sendableAgain } from "@/components/people-field/chip-words";
import { type Chip, changeChips, labelOf } from "@/components/people-field/chips";
import type { People } from "@/components/people-field/use-people";
import type { FormState } from "@/lib/actions/run";
import type { InviteAnswer, RoleView } from "@/lib/domain/views";
import { type Place, tellNotice } from "./invite-notice";
import { type Attempt, type Failed, peopleField, sendOnce } from "./invite-send";
import { Undo } from "./invite-undo";
import { assignedWords, doneCount, doneWords, isDone, memberWords, partialWords } from "./invite-words";

export type InviteOptions = {
  at: Place;
  /** Signs the notice: where the act was done. */
  from: string;
  people: People;
  action: (form: FormData) => Promise<FormState<InviteAnswer>>;
  /** The role that "Assign" fills; for "Invite Members" the form may hold one. */
  assigned?: RoleView;
  withMembers: boolean;
  holdSeconds: number;
  onDone: () => void;
};

/**
 * Sends what is in the People field. Everybody accepted: tells so and is done. Some refused: they stay
 * with their reasons. Not sent at all: everything stays. Answers what stands in the way, if anything.
 */
export async function submitInvite(
  options: InviteOptions,
  attempt: Attempt,
  form: FormData,
): Promise<Failed | null> {
  const { people, action, assigned, withMembers } = options;
  const chips = await people.settle();
  if (!chips) return null;
  const list = sendableAgain(chips, withMembers);
  const fields: Record<string, string> = { people: peopleField(list) };
  if (assigned) Object.assign(fields, { role: assigned.id, holder: assigned.holder?.id ?? "" });
  for (const name of ["role", "note", "days"]) if (form.has(name)) fields[name] = String(form.get(name));
  if (list.length === 0) return nobody(chips, people.t);
  if (fields.role && list.length > 1) return manyForRole(people.t);
  const sent = await sendOnce(action, attempt, fields, people.t);
  return sent.ok ? readAnswer(options, chips, sent) : sent;
}

function readAnswer(
  { people, from, at, holdSeconds, assigned, withMembers, onDone }: InviteOptions,
  chips: Chip[],
  { command, answer: { outcomes, heldUntil } }: { command: string; answer: InviteAnswer },
): Failed | null {
  const done = doneCount(outcomes);
  const { t } = people;
  const left = changeChips({ ...people.chips, list: chips }, { type: "keep", outcomes }, t).list;
  const until = heldUntil && done > 0 ? Date.now() + holdSeconds * 1_000 : 0;
  const leftOut = chips.filter((chip) => !chip.problem && !sendable([chip], withMembers).length).map(labelOf);
  const members = assigned ? "" : memberWords(leftOut, outcomes, t);
  const text = assigned ? assignedWords(outcomes, assigned.name, t) : spoken(doneWords(outcomes, t), members);
  if (isDone(outcomes) || left.length === 0)
    tellNotice({ from, workspace: at.workspace, text, command, until, Undo });
  people.change({ type: "keep", outcomes });
  if (left.length > 0) people.input.current?.focus();
  else onDone();
  if (left.length === 0) return null;
  const undo = until > 0 ? { from, command, until } : undefined;
  const mended = isDone(outcomes) ? text : null;
  return { ok: false, message: spoken(partialWords(outcomes, left.length, t), members), undo, mended };
}

const spoken = (...sentences: string[]) => sentences.filter(Boolean).join(" ");

const manyForRole = (t: People["t"]): Failed => ({
  ok: false,
  message: t("outcome.manyForRole"),
  fields: { role: t("outcome.oneForRole") },
});

function nobody(chips: Chip[], t: People["t"]): Failed {
  const bad = chips.filter(({ problem }) => problem).length;
  if (bad > 0) return { ok: false, message: partialWords([], bad, t), mended: null };
  return { ok: false, message: t(chips.length > 0 ? "outcome.allMembers" : "outcome.addOne") };
}
