import { z } from "zod";
import { selectGroupContacts } from "@/db/queries/wizard";
import { openOf, unsentOf } from "./add-people";
import { type Added, howOfFix } from "./added";
import { once } from "./commands";
import type { Context } from "./context";
import { draftOperations, readDraft, updateDraft } from "./drafts";
import { notFound } from "./errors";
import { addPeople } from "./group-add";
import { lockGroup, refuseStrangers } from "./group-people";
import type { GroupKind } from "./groups";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { invitePortal } from "./portal";
import { Recipients } from "./recipients";

export const FixPeople = z.strictObject({
  command: z.uuid("This form has lost its number. Reload the page; what you typed can be pasted again."),
  people: Recipients,
});

/**
 * Sends those again who could not be added with their group, put right, in the way that was chosen for all. "Undo",
 * which would take back a part only, is not offered any more.
 */
export async function fixPeople(
  ctx: Context,
  at: { kind: GroupKind; draft: string },
  { command, people }: z.output<typeof FixPeople>,
): Promise<Added> {
  authorize(ctx, draftOperations[at.kind]);
  return inOneAct(ctx.db, (tx) =>
    once(tx, ctx, command, async () => {
      const { added, choice } = await readDraft(tx, ctx, at.kind, at.draft);
      if (!added?.group) throw notFound();
      const group = await lockGroup(tx, ctx, added.group);
      refuseStrangers(ctx, group);
      const before = new Set(await selectGroupContacts(tx, ctx.org.id, group.id));
      const isQuiet = howOfFix(added) === "quiet";
      const told = new Set<string>();
      const { outcomes, sent: followed } = await addPeople(tx, ctx, group, { people, isQuiet, told });
      const fresh = (await selectGroupContacts(tx, ctx.org.id, group.id)).filter((id) => !before.has(id));
      const isInvited = added.how === "contacts" && fresh.length > 0;
      const note = choice?.note ?? null;
      const invited = isInvited ? (await invitePortal(tx, ctx, fresh, { note, told })).outcomes : [];
      const sent = added.how === "contacts" ? told.size : followed;
      const now: Added = {
        ...added,
        added: added.added + fresh.length,
        sent: added.sent + sent,
        open: openOf(outcomes),
        unsent: unsentOf([...outcomes.filter(({ unsent }) => unsent), ...invited], added.unsent),
        command: null,
        heldUntil: null,
      };
      await updateDraft(tx, ctx, at.draft, { added: now });
      return now;
    }),
  );
}
