import { z } from "zod";
import { once } from "./commands";
import type { Context, WorkspaceContext } from "./context";
import { type ContactOutcome, deactivateContacts } from "./deactivate";
import { DomainError } from "./errors";
import { addToGroup } from "./group-people";
import { inviteMembers } from "./invite";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { inviteToPortal } from "./portal";
import { MOST_RECIPIENTS } from "./recipients";
import { paragraph } from "./text";
import type { Outcome } from "./views";

type LeftOut = { contact: string; name: string; reason: string };

/** What became of many at once: how many of each, and who was left out and why. */
export type BulkAnswer = {
  done: { status: "invited" | "added" | "deactivated"; count: number }[];
  notDone: LeftOut[];
  /** Who was added but is sent nothing, and why. */
  unsent: LeftOut[];
  /** What takes it back while its messages are held: the act, and the workspace it was in (null: the portal). */
  undo?: { command: string; workspace: string | null };
};

/** Ids in one field: ten thousand fields would weigh more than the people. */
const contacts = z
  .string("Choose at least one person.")
  .max(MOST_RECIPIENTS * 37, `Choose at most ${MOST_RECIPIENTS.toLocaleString("en")} people at once.`)
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(
    z
      .array(z.uuid("This choice could not be read."))
      .min(1, "Choose at least one person.")
      .max(MOST_RECIPIENTS),
  );

const command = z.uuid("This form has lost its number. Go back to Contacts and choose again.");

export const AddManyToWorkspace = z.strictObject({
  command,
  contacts,
  workspace: z.uuid("Choose a workspace."),
  role: z.union([z.uuid(), z.literal("")], "Choose a role of this workspace.").optional(),
  note: paragraph(500),
});

/** Invites or adds contacts to the workspace, as `inviteMembers` does. */
export async function addManyToWorkspace(
  ctx: WorkspaceContext,
  input: z.output<typeof AddManyToWorkspace>,
): Promise<BulkAnswer> {
  authorize(ctx, "members:invite");
  const { command: id, role, note } = input;
  const people = input.contacts.map((contact) => ({ contact }));
  const { outcomes, heldUntil } = await inviteMembers(ctx, { command: id, people, role, note });
  const isHeld = heldUntil !== null && ctx.org.holdSeconds > 0;
  return answerOf(outcomes, isHeld ? { command: id, workspace: ctx.workspace.id } : undefined);
}

export const AddManyToGroup = z.strictObject({ command, contacts, group: z.uuid("Choose a group.") });

const GROUP_GONE = "This group is no longer there. Choose another one. Nothing was changed.";

/** Adds contacts to a group, and with that to its workspaces, as `addToGroup` does. Refuses one that is gone. */
export async function addManyToGroup(
  ctx: Context,
  input: z.output<typeof AddManyToGroup>,
): Promise<BulkAnswer> {
  authorize(ctx, "groups:edit-people");
  const people = input.contacts.map((contact) => ({ contact }));
  const { command: id, group } = input;
  const { outcomes } = await addToGroup(ctx, { command: id, group, people, isQuiet: false }).catch(
    (error) => {
      if (!(error instanceof DomainError) || error.code !== "not_found") throw error;
      throw new DomainError("not_found", GROUP_GONE, { group: GROUP_GONE });
    },
  );
  return answerOf(outcomes);
}

export const InviteMany = z.strictObject({ command, contacts, note: paragraph(500) });

/** Invites contacts to the portal, as `inviteToPortal` does. */
export async function inviteMany(ctx: Context, input: z.output<typeof InviteMany>): Promise<BulkAnswer> {
  authorize(ctx, "contacts:invite");
  const { outcomes, heldUntil } = await inviteToPortal(ctx, input);
  return answerOf(outcomes, heldUntil ? { command: input.command, workspace: null } : undefined);
}

export const DeactivateMany = z.strictObject({ command, contacts });

/** Deactivates contacts, as `deactivateContacts` does; the same command again gets the first answer. */
export async function deactivateMany(
  ctx: Context,
  input: z.output<typeof DeactivateMany>,
): Promise<BulkAnswer> {
  authorize(ctx, "contacts:deactivate");
  const outcomes = await inOneAct(ctx.db, (tx) =>
    once(tx, ctx, input.command, () => deactivateContacts({ ...ctx, db: tx }, input)),
  );
  return deactivatedOf(outcomes);
}

function answerOf(outcomes: Outcome[], undo?: BulkAnswer["undo"]): BulkAnswer {
  const count = (status: "invited" | "added") => ({
    status,
    count: outcomes.filter((one) => one.status === status).length,
  });
  return {
    done: [count("invited"), count("added")].filter((one) => one.count > 0),
    ...(undo && { undo }),
    notDone: outcomes.flatMap(({ input, name, reason, status }) =>
      status === "invited" || status === "added"
        ? []
        : [{ contact: input, name, reason: reason ?? "was left out" }],
    ),
    unsent: outcomes.flatMap(({ input, name, unsent }) =>
      unsent ? [{ contact: input, name, reason: unsent.reason }] : [],
    ),
  };
}

function deactivatedOf(outcomes: ContactOutcome[]): BulkAnswer {
  const count = outcomes.filter(({ reason }) => reason === null).length;
  return {
    done: count > 0 ? [{ status: "deactivated", count }] : [],
    notDone: outcomes.flatMap(({ contact, name, reason }) => (reason ? [{ contact, name, reason }] : [])),
    unsent: [],
  };
}
