import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { JoinLink } from "@/db/queries/join";
import { channelOf, displayAddress, kindOf } from "./address";
import type { Installation } from "./context";
import { enqueueNotices } from "./enqueue-notices";
import { newId } from "./id";
import { takeFromLimits } from "./limits";
import type { NewMessage } from "./messages";

/** Where requests to join a workspace, or the organization, are decided. */
const decidingPath = ({ slug, workspaceId }: Pick<JoinLink, "slug" | "workspaceId">) =>
  workspaceId ? `/${slug}/w/${workspaceId}?panel=members#requests` : `/${slug}/contacts/requests`;

/** A link that very many ask through tells of this many an hour; the panel shows all. */
const NOTICES_AN_HOUR = 20;

/** Tells who made the link, and the workspace's owner, that somebody asks to join. */
export async function tellOfRequest(
  tx: Database,
  ctx: Pick<Installation, "sms">,
  link: JoinLink,
  asked: { request: string; name: string | null; address: string },
): Promise<void> {
  const key = `request-notices:${link.id}`;
  const limit = { key, max: NOTICES_AN_HOUR, windowSeconds: 3_600, amount: 1 };
  if ((await takeFromLimits(tx, link.orgId, [limit])).size > 0) return;
  const people = await tx.execute<{ id: string; address: string; language: string | null }>(sql`
    select c.id, coalesce(c.email, c.phone) as address, c.language from contacts c
    where c.org_id = ${link.orgId} and c.id in (${link.createdBy}, ${link.ownerId})
      and c.user_id is not null and c.deactivated_at is null and c.kind = 'internal'`);
  const values = {
    organizationName: link.organizationName,
    workspaceName: link.workspaceName,
    personName: asked.name ?? displayAddress(asked.address),
    personAddress: displayAddress(asked.address),
    path: decidingPath(link),
  };
  await enqueueNotices(
    tx,
    ctx,
    link.orgId,
    people.map(({ id, address, language }) => ({
      ...messageTo({ address, contactId: id, language: language ?? link.language }, asked.request),
      kind: "request_received",
      values,
    })),
  );
}

/** One message to somebody about a request: the first, at once. */
export const messageTo = (
  to: { address: string; contactId: string | null; language: string },
  request: string,
): Omit<NewMessage<"request_received">, "kind" | "values"> => ({
  ...to,
  id: newId(),
  channel: channelOf({ kind: kindOf(to.address) }),
  subjectId: request,
  number: 1,
  invitationId: null,
  priority: 1,
  holdSeconds: 0,
});
