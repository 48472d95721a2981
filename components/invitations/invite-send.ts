import { type Chip, inputOf } from "@/components/people-field/chips";
import { newCommand } from "@/components/ui/new-command";
import type { FormState } from "@/lib/actions/run";
import type { InviteAnswer } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";
import type { Undoable } from "./invite-notice";

/**
 * `undo`: what was done all the same can be taken back. `mended`: what there is to say once no chip has a problem any
 * more, null for nothing; without it the message does not hang on the chips.
 */
export type Failed = {
  ok: false;
  message: string;
  fields?: Record<string, string>;
  undo?: Undoable;
  mended?: string | null;
};
type Sent = { ok: true; command: string; answer: InviteAnswer } | Failed;

/** What was tried last, and under which id. */
export type Attempt = { body: string; command: string };

/** Chips as the form field `people` carries them. */
export const peopleField = (chips: Chip[]): string =>
  JSON.stringify(
    chips.map((chip) =>
      chip.person
        ? { contact: chip.person.contact }
        : chip.group
          ? { group: chip.group.group }
          : { address: inputOf(chip), name: chip.name, kind: chip.kind },
    ),
  );

/**
 * Sends an act of inviting. The same act tried again carries the same id, so that it happens once
 * however often the connection breaks; a different one, or one that was answered, gets a new id.
 */
export async function sendOnce(
  action: (form: FormData) => Promise<FormState<InviteAnswer>>,
  attempt: Attempt,
  fields: Record<string, string>,
  t: RoomWords<"invite">,
): Promise<Sent> {
  const body = JSON.stringify(fields);
  if (attempt.body !== body) Object.assign(attempt, { body, command: newCommand() });
  const { command } = attempt;
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, command })) form.set(name, value);
  const state = await action(form).catch(() => null);
  if (!state) return { ok: false, message: t("outcome.notSent") };
  if (!state.ok) return state;
  attempt.body = "";
  return { ok: true, command, answer: state.data };
}
