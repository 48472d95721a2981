import type { InvitationRow } from "@/db/queries/invitations";
import type { Context } from "./context";
import { newId } from "./id";
import type { NewMessage } from "./messages";
import { newestKey } from "./token";

/** The message of an invitation that exists: says what is true of it now. One of `count` that go out together. */
export function invitationMessage(ctx: Context, row: InvitationRow, count = 1): NewMessage<"invitation"> {
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
    values: {
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
    },
  };
}
