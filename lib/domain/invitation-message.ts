import type { InvitationRow } from "@/db/queries/invitations";
import type { Context } from "./context";
import { newId } from "./id";
import type { MessageValues, NewMessage } from "./messages";
import { newestKey } from "./token";

/** On whose behalf, and for which organization, messages go out. */
export type From = Pick<Context, "keys"> & {
  org: Pick<Context["org"], "name" | "number" | "language">;
  actor: Pick<Context["actor"], "name" | "address">;
};

/**
 * The messages of invitations that exist: each says what is true of it now. One of `count` that go out together;
 * those that say the same share their values.
 */
export function messagesAgain(ctx: From, rows: InvitationRow[], count = 1): NewMessage<"invitation">[] {
  const known = new Map<string, MessageValues["invitation"]>();
  return rows.map((row) => {
    const { generation, workspaceName, roleName, firstAction, note, expiresAt } = row;
    const key = [generation, workspaceName, roleName, firstAction, note, expiresAt].join("\0");
    const values = known.get(key) ?? valuesOf(ctx, row);
    known.set(key, values);
    return {
      id: newId(),
      kind: "invitation",
      channel: row.channel,
      address: row.address,
      subjectId: row.id,
      number: row.sends,
      invitationId: row.id,
      contactId: row.contactId,
      language: row.language ?? ctx.org.language,
      priority: count > 1 ? 2 : 1,
      holdSeconds: 0,
      values,
    };
  });
}

const valuesOf = (ctx: From, row: InvitationRow): MessageValues["invitation"] => ({
  keyId: newestKey(ctx.keys),
  organization: ctx.org.number,
  generation: row.generation,
  organizationName: ctx.org.name,
  workspaceName: row.workspaceName,
  inviterName: ctx.actor.name,
  inviterAddress: ctx.actor.address,
  roleName: row.roleName,
  firstAction: row.firstAction,
  note: row.note,
  expiresAt: new Date(row.expiresAt).toISOString(),
});
