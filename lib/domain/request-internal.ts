import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import { lockOpenRequest } from "@/db/queries/internal-requests";
import { type RoleToFill, selectRole } from "@/db/queries/roles";
import { contacts } from "@/db/schema";
import { recordActivity } from "./activity";
import { channelOf, displayAddress, kindOf, parseAddress } from "./address";
import type { WorkspaceContext } from "./context";
import { enqueueNotices } from "./enqueue-notices";
import { DomainError, notFound } from "./errors";
import { newId } from "./id";
import { grantMessages, rulesOfAct } from "./message-limits";
import type { MessageValues, NewMessage } from "./messages";
import { authorize } from "./permissions";
import { line } from "./text";

export const RequestInternal = z.strictObject({
  address: line(254, "Enter an email or phone number."),
  role: z.union([z.uuid(), z.literal("")], "Choose a role of this workspace.").optional(),
});

/** So long an unanswered request for somebody is the only one; then one may ask again. */
export const OPEN_DAYS = 7;

/**
 * Asks every admin to invite a colleague whom oneself may not invite, for a role if one is named. Nothing reaches the
 * colleague. What was asked stands in the activity; each admin gets a message that leads to it. While it is open, asking
 * for the same, whoever does and any number at once, asks nobody again; asking for the same person in another role is
 * refused.
 */
export async function requestInternal(
  ctx: WorkspaceContext,
  input: z.output<typeof RequestInternal>,
): Promise<Record<string, never>> {
  authorize(ctx, "members:request-internal");
  const parsed = parseAddress(input.address, ctx.org.country);
  if (!parsed.ok)
    throw new DomainError("invalid", [`${input.address}: ${parsed.reason}.`, "Nothing was sent."].join(" "), {
      address: parsed.reason,
    });
  const address = displayAddress(parsed.address.value);
  await ctx.db.transaction(async (tx) => {
    const role = input.role ? await roleAsked(tx, ctx, input.role) : null;
    if (await isAskedAlready(tx, ctx, { address, role: role?.id ?? null })) return;
    const admins = await selectAdmins(tx, ctx);
    await takeFromOwnLimit(tx, ctx, admins.length);
    const id = newId();
    const path = `/${ctx.org.slug}/w/${ctx.workspace.id}/asked/${id}`;
    const values = {
      organizationName: ctx.org.name,
      workspaceName: ctx.workspace.name,
      requesterName: ctx.actor.name,
      roleName: role?.name ?? null,
      ...{ address, path },
    };
    await enqueueNotices(
      tx,
      ctx,
      ctx.org.id,
      admins.flatMap((admin) => messageTo(ctx, admin, id, values)),
    );
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
      [
        {
          id,
          kind: "internal_requested",
          data: { address, role: role?.id, roleName: role?.name, holder: role?.holder?.id },
        },
      ],
    );
  });
  return {};
}

/** One after the other for each address. Refuses what contradicts an open request. */
async function isAskedAlready(
  tx: Database,
  ctx: WorkspaceContext,
  { address, role }: { address: string; role: string | null },
): Promise<boolean> {
  const open = await lockOpenRequest(tx, {
    ...{ orgId: ctx.org.id, workspaceId: ctx.workspace.id },
    ...{ address, days: OPEN_DAYS },
  });
  if (open && open.roleId !== role)
    throw new DomainError(
      "conflict",
      `${open.requester} has asked the admins to invite ${address} already, for another role or none. Nothing was sent.`,
    );
  return open !== null;
}

async function roleAsked(tx: Database, ctx: WorkspaceContext, roleId: string): Promise<RoleToFill> {
  const role = await selectRole(tx, { orgId: ctx.org.id, workspaceId: ctx.workspace.id, roleId });
  if (!role) throw notFound();
  if (role.audience === "client")
    throw new DomainError("invalid", `${role.name} is for clients. Nothing was sent.`, {
      role: "This role is for clients.",
    });
  return role;
}

type Admin = { id: string; email: string | null; phone: string | null; language: string | null };

const selectAdmins = (tx: Database, ctx: WorkspaceContext): Promise<Admin[]> =>
  tx
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

async function takeFromOwnLimit(tx: Database, ctx: WorkspaceContext, amount: number): Promise<void> {
  const rules = rulesOfAct(ctx, ctx.workspace.id);
  const wanted = Array.from({ length: amount }, () => ({ address: null, rules }));
  const held = (await grantMessages(tx, ctx.org.id, wanted, await selectNow(tx))).find(Boolean);
  if (held) throw new DomainError("limited", ["Nothing was sent.", held.reason].join(" "));
}

function messageTo(
  ctx: WorkspaceContext,
  { id, email, phone, language }: Admin,
  subjectId: string,
  values: MessageValues["internal_requested"],
): NewMessage[] {
  const address = email ?? phone;
  if (!address) return [];
  return [
    {
      id: newId(),
      kind: "internal_requested",
      channel: channelOf({ kind: kindOf(address) }),
      ...{ address, subjectId, values },
      number: 1,
      invitationId: null,
      contactId: id,
      priority: 1,
      language: language ?? ctx.org.language,
      holdSeconds: 0,
    },
  ];
}
