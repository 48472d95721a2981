import { z } from "zod";
import type { Context } from "./context";
import { type Language, languages } from "./languages";
import { changeOwnContact } from "./own-contact";
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
  await ctx.db.transaction((tx) => changeOwnContact(tx, ctx, "language", { language }));
  return { language };
}
