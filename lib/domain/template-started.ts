import { selectAsked } from "@/db/queries/internal-requests";
import { selectRoles } from "@/db/queries/roles";
import { recall } from "./commands";
import type { Context } from "./context";
import { DomainError, notFound } from "./errors";
import { isId } from "./id";
import type { RolesFilled } from "./invite-roles";
import { authorize } from "./permissions";
import { OPEN_DAYS } from "./request-internal";
import type { RoleOutcome, Started } from "./template-views";
import { countStanding } from "./undo-write";

/** As it stands in the command's answer. */
export type Kept = RolesFilled & { started: Started };

export const revived = (started: Started): Started => ({
  ...started,
  heldUntil: started.heldUntil && new Date(started.heldUntil),
});

/**
 * What one's own use of a template made, and what became of it since: who holds a role no more, how many messages stand,
 * and what the admins who were asked have done. Anybody else's, and an act that was something else, are not found.
 */
export async function getStarted(ctx: Context, template: string, command: string): Promise<Started> {
  authorize(ctx, "templates:use");
  if (!isId(command)) throw notFound();
  const kept = await recall<Partial<Kept> | null>(ctx.db, ctx, command).catch((error: unknown) => {
    throw error instanceof DomainError ? notFound() : error;
  });
  const { started, invitations = [], members } = kept ?? {};
  if (started?.template !== template) throw notFound();
  const [roles, sent] = await Promise.all([
    rolesNow(ctx, started),
    countStanding(ctx.db, ctx, { command, invitations, members }),
  ]);
  return revived({ ...started, roles, sent });
}

/** Why a role that was given is free again, in the words of a sentence about who held it. */
const FREE_AGAIN = "does not hold the role any more";

async function rolesNow(ctx: Context, { workspace, roles }: Started): Promise<RoleOutcome[]> {
  const at = { orgId: ctx.org.id, workspaceId: workspace.id };
  const asked = roles.some(({ askFor }) => askFor)
    ? await selectAsked(ctx.db, { ...at, days: OPEN_DAYS })
    : [];
  const held = new Set((await selectRoles(ctx.db, at)).filter(({ holder }) => holder).map(({ id }) => id));
  return roles.map((told): RoleOutcome => {
    const request =
      asked.find(({ address, roleId }) => address === told.askFor && roleId === told.role) ?? null;
    if (!told.holder || held.has(told.role)) return { ...told, request };
    const free = { holder: null, status: null, people: null, reason: FREE_AGAIN };
    return { ...told, ...free, asked: told.holder, request };
  });
}
