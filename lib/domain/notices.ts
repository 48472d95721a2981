import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "@/db/schema";
import type { Context } from "./context";
import { authorize } from "./permissions";
import { OwnTimeZone } from "./time-zones";

export const ChooseNotices = z.strictObject({
  joined: z.enum(["each", "daily", "off"], "Choose one of the three."),
  timeZone: OwnTimeZone,
});

/** What one wants to hear, and by whose clock: null is the organization's. */
export type NoticesView = { joined: "each" | "daily" | "off"; timeZone: string | null };

const own = (ctx: Context) => and(eq(contacts.orgId, ctx.org.id), eq(contacts.id, ctx.actor.contactId));

export async function getNotices(ctx: Context): Promise<NoticesView> {
  authorize(ctx, "notices:choose");
  const [row] = await ctx.db
    .select({ joined: contacts.joinedNotices, timeZone: contacts.timeZone })
    .from(contacts)
    .where(own(ctx));
  if (!row) throw new Error("Whoever acts has no contact.");
  return row;
}

/** Chooses when one hears that people one invited have joined. A daily notice begins with who joins from now on. */
export async function chooseNotices(
  ctx: Context,
  { joined, timeZone }: z.output<typeof ChooseNotices>,
): Promise<NoticesView> {
  authorize(ctx, "notices:choose");
  await ctx.db
    .update(contacts)
    .set({
      joinedNotices: joined,
      timeZone,
      digestedAt: sql`case when ${joined} = 'daily' and ${contacts.joinedNotices} = 'daily' then ${contacts.digestedAt}
        when ${joined} = 'daily' then now() end`,
    })
    .where(own(ctx));
  return { joined, timeZone };
}
