import type { RoleToFill } from "@/db/queries/roles";
import { channelOf } from "./address";
import type { WorkspaceContext } from "./context";
import { newId } from "./id";
import type { NewInvitation, Ready } from "./invite-write";
import type { NewMessage } from "./messages";
import { newestKey } from "./token";

/** One message per new invitation; all share their values. */
export function invitationMessages(
  ctx: WorkspaceContext,
  list: NewInvitation[],
  { note, expiresAt, role }: { note: string | null; expiresAt: Date; role: RoleToFill | null },
): NewMessage[] {
  const values = {
    keyId: newestKey(ctx.keys),
    organization: ctx.org.number,
    generation: 1,
    organizationName: ctx.org.name,
    workspaceName: ctx.workspace.name,
    inviterName: ctx.actor.name,
    inviterAddress: ctx.actor.address,
    roleName: role?.name ?? null,
    firstAction: role?.firstAction ?? null,
    note,
    expiresAt: expiresAt.toISOString(),
  };
  return list.map(({ id, recipient }) => ({
    ...messageTo(ctx, recipient, list.length),
    kind: "invitation",
    subjectId: id,
    invitationId: id,
    values,
  }));
}

/** The notice to people who have an account: no secret in it, only where to look. */
export function addedMessages(ctx: WorkspaceContext, list: Ready[], role: RoleToFill | null): NewMessage[] {
  const values = {
    organizationName: ctx.org.name,
    workspaceName: ctx.workspace.name,
    adderName: ctx.actor.name,
    adderAddress: ctx.actor.address,
    roleName: role?.name ?? null,
    firstAction: role?.firstAction ?? null,
    path: `/${ctx.org.slug}/w/${ctx.workspace.id}`,
  };
  return list.map((recipient) => ({
    ...messageTo(ctx, recipient, list.length),
    kind: "workspace_added",
    subjectId: newId(),
    invitationId: null,
    values,
  }));
}

const messageTo = (ctx: WorkspaceContext, { contactId, address, language }: Ready, count: number) => ({
  id: newId(),
  channel: channelOf(address),
  address: address.value,
  number: 1,
  contactId,
  language: language ?? ctx.org.language,
  priority: count > 1 ? (2 as const) : (1 as const),
  holdSeconds: ctx.org.holdSeconds,
});
