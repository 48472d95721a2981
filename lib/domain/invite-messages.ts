import type { RoleToFill } from "@/db/queries/roles";
import { channelOf } from "./address";
import type { Context } from "./context";
import { zonedMoment } from "./deadline";
import { newId } from "./id";
import type { Place, Saying } from "./invite-act";
import type { NewInvitation, Ready } from "./invite-write";
import type { NewMessage } from "./messages";
import { titleForMessages } from "./text";
import { newestKey } from "./token";

/** One message per new invitation; those with one role share their values. */
export function invitationMessages(
  ctx: Context,
  place: Place,
  list: NewInvitation[],
  { note, expiresAt, role: said }: Saying,
): NewMessage[] {
  const valuesFor = byRole(said, (role) => ({
    keyId: newestKey(ctx.keys),
    organization: ctx.org.number,
    generation: 1,
    organizationName: ctx.org.name,
    workspaceName: place?.name ?? null,
    inviterName: ctx.actor.name,
    inviterAddress: ctx.actor.address,
    roleName: role?.name ?? null,
    firstAction: titleForMessages(role?.firstAction ?? null),
    note,
    expiresAt: zonedMoment(expiresAt, ctx.org.timeZone),
  }));
  return list.map(({ id, recipient }) => ({
    ...messageTo(ctx, recipient, list.length),
    kind: "invitation",
    subjectId: id,
    invitationId: id,
    contactId: null,
    values: valuesFor(recipient),
  }));
}

/** The notice to people who have an account: no secret in it, only where to look. */
export function addedMessages(
  ctx: Context,
  place: NonNullable<Place>,
  list: Ready[],
  said: Saying["role"],
): NewMessage[] {
  const valuesFor = byRole(said, (role) => ({
    organizationName: ctx.org.name,
    workspaceName: place.name,
    adderName: ctx.actor.name,
    adderAddress: ctx.actor.address,
    roleName: role?.name ?? null,
    firstAction: titleForMessages(role?.firstAction ?? null),
    path: `/${ctx.org.slug}/w/${place.id}`,
  }));
  return list.map((recipient) => ({
    ...messageTo(ctx, recipient, list.length),
    kind: "workspace_added",
    subjectId: newId(),
    invitationId: null,
    values: valuesFor(recipient),
  }));
}

/** The values of a message by its recipient: made once for each role, so that equal ones are the very same. */
function byRole<T>(said: Saying["role"], make: (role: RoleToFill | null) => T): (recipient: Ready) => T {
  const made = new Map<RoleToFill | null, T>();
  return (recipient) => {
    const role = typeof said === "function" ? said(recipient) : said;
    const values = made.get(role) ?? make(role);
    made.set(role, values);
    return values;
  };
}

const messageTo = (ctx: Context, { contactId, address, language }: Ready, count: number) => ({
  id: newId(),
  channel: channelOf(address),
  address: address.value,
  number: 1,
  contactId,
  language: language ?? ctx.org.language,
  priority: count > 1 ? (2 as const) : (1 as const),
  holdSeconds: ctx.org.holdSeconds,
});
