import type { InvitationRow } from "@/db/queries/invitations";
import type { Context } from "./context";
import { zonedMoment } from "./deadline";
import { newId } from "./id";
import type { MessageValues, NewMessage } from "./messages";
import { titleForMessages } from "./text";
import { newestKey } from "./token";

/** For which organization messages go out. */
type From = Pick<Context, "keys"> & {
  org: Pick<Context["org"], "name" | "number" | "language" | "timeZone">;
};

/** An invitation as a message tells of it. */
type Told = Pick<
  InvitationRow,
  | ("id" | "channel" | "address" | "language" | "sends" | "expiresAt" | "invitedBy" | "generation")
  | ("workspaceName" | "inviterName" | "inviterAddress" | "roleName" | "firstAction" | "note")
>;

/**
 * The messages of invitations that exist, in the name of who invited, whose words the note is: each says what is true
 * now. One of `count` that go out together; those that say the same share their values.
 */
export function messagesAgain(ctx: From, rows: Told[], count = 1): NewMessage<"invitation">[] {
  const known = new Map<string, MessageValues["invitation"]>();
  return rows.map((row) => {
    const { invitedBy, generation, workspaceName, roleName, firstAction, note, expiresAt } = row;
    const key = [invitedBy, generation, workspaceName, roleName, firstAction, note, expiresAt].join("\0");
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
      contactId: null,
      language: row.language ?? ctx.org.language,
      priority: count > 1 ? 2 : 1,
      holdSeconds: 0,
      values,
    };
  });
}

const valuesOf = (ctx: From, row: Told): MessageValues["invitation"] => ({
  keyId: newestKey(ctx.keys),
  organization: ctx.org.number,
  generation: row.generation,
  organizationName: ctx.org.name,
  workspaceName: row.workspaceName,
  inviterName: row.inviterName,
  inviterAddress: row.inviterAddress,
  roleName: row.roleName,
  firstAction: titleForMessages(row.firstAction),
  note: row.note,
  expiresAt: zonedMoment(new Date(row.expiresAt), ctx.org.timeZone),
});
