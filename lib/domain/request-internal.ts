import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "@/db/schema";
import { recordActivity } from "./activity";
import { channelOf, displayAddress, kindOf, parseAddress } from "./address";
import type { WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { newId } from "./id";
import { inviterLimit } from "./invite-plan";
import { takeFromLimits } from "./limits";
import { enqueueMessages, type NewMessage } from "./messages";
import { authorize } from "./permissions";
import { line } from "./text";

export const RequestInternal = z.strictObject({ address: line(254, "Enter an email or phone number.") });

/** Asks every admin to invite a colleague whom oneself may not invite. Nothing reaches the colleague. */
export async function requestInternal(
  ctx: WorkspaceContext,
  input: z.output<typeof RequestInternal>,
): Promise<Record<string, never>> {
  authorize(ctx, "members:request-internal");
  const parsed = parseAddress(input.address, ctx.org.country);
  if (!parsed.ok)
    throw new DomainError("invalid", `${input.address}: ${parsed.reason}. Nothing was sent.`, {
      address: parsed.reason,
    });
  await ctx.db.transaction(async (tx) => {
    const admins = await tx
      .select({ id: contacts.id, email: contacts.email, phone: contacts.phone, language: contacts.language })
      .from(contacts)
      .where(
        and(
          eq(contacts.orgId, ctx.org.id),
          eq(contacts.isAdmin, true),
          isNotNull(contacts.userId),
          isNull(contacts.deactivatedAt),
        ),
      );
    const limit = inviterLimit(ctx, admins.length);
    if ((await takeFromLimits(tx, ctx.org.id, [limit])).get(limit.key)?.granted !== admins.length)
      throw new DomainError(
        "limited",
        "You have reached your limit of messages for now. Nothing was sent; try again later.",
      );
    const subjectId = newId();
    const values = {
      organizationName: ctx.org.name,
      workspaceName: ctx.workspace.name,
      requesterName: ctx.actor.name,
      address: displayAddress(parsed.address.value),
      path: `/${ctx.org.slug}/w/${ctx.workspace.id}?panel=members`,
    };
    await enqueueMessages(
      tx,
      ctx.org.id,
      admins.flatMap(({ id, email, phone, language }): NewMessage[] => {
        const address = email ?? phone;
        if (!address) return [];
        const channel = channelOf({ kind: kindOf(address) });
        const rest = {
          channel,
          address,
          subjectId,
          number: 1,
          invitationId: null,
          contactId: id,
          priority: 1 as const,
        };
        return [
          {
            id: newId(),
            kind: "internal_requested",
            language: language ?? ctx.org.language,
            holdSeconds: 0,
            values,
            ...rest,
          },
        ];
      }),
    );
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
      [{ kind: "internal_requested", data: { address: values.address } }],
    );
  });
  return {};
}
