import { z } from "zod";
import type { WorkspaceContext } from "./context";
import { InviteMembers, inviteMembers } from "./invite";
import { authorize } from "./permissions";
import type { InviteAnswer } from "./views";

export const AssignRole = InviteMembers.pick({ command: true, people: true }).extend({
  role: z.uuid("Choose a role of this workspace."),
});

/**
 * Fills a free role with one person, and with it hands over the role's actions. A member takes it at
 * once; anybody else is added or invited in the same act, and what they owe waits for them.
 */
export async function assignRole(
  ctx: WorkspaceContext,
  input: z.output<typeof AssignRole>,
): Promise<InviteAnswer> {
  authorize(ctx, "roles:assign");
  return inviteMembers(ctx, { ...input, note: null, days: undefined });
}
