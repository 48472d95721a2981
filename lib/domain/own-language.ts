import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "@/db/schema";
import { recordActivity } from "./activity";
import { shownName } from "./address";
import type { Context } from "./context";
import { type Language, languages } from "./languages";
import { authorize } from "./permissions";

export const ChooseLanguage = z.strictObject({
  language: z.union(
    [z.literal("").transform(() => null), z.enum(languages)],
    "Choose a language of the list.",
  ),
});

/**
 * Chooses what pages and messages of an organization speak to oneself; null: pages as the browser asks, messages as
 * the organization does. What has been written already keeps its language. Recorded when it changes something.
 */
export async function chooseLanguage(
  ctx: Context,
  { language }: z.output<typeof ChooseLanguage>,
): Promise<{ language: Language | null }> {
  authorize(ctx, "account:edit");
  const { contactId, name } = ctx.actor;
  const own = and(eq(contacts.orgId, ctx.org.id), eq(contacts.id, contactId));
  await ctx.db.transaction(async (tx) => {
    const [before] = await tx
      .select({ language: contacts.language })
      .from(contacts)
      .where(own)
      .for("no key update");
    if (before?.language === language) return;
    await tx.update(contacts).set({ language }).where(own);
    await recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: contactId, contactId }, [
      { kind: "contact_edited", data: { name: shownName(name), fields: ["language"] } },
    ]);
  });
  return { language };
}
