import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import type { Context } from "./context";
import { changeOwnContact } from "./own-contact";
import { authorize } from "./permissions";
import { ENTER_NAME, name, sortKey } from "./text";

export const ChooseName = z.strictObject({ name: name(ENTER_NAME) });

/**
 * Chooses what one is called: here, and wherever nobody else has given one a name. Other organizations keep the one they
 * know; what has been written already keeps the former. Recorded when it changes something here.
 */
export async function chooseName(ctx: Context, input: z.output<typeof ChooseName>): Promise<void> {
  authorize(ctx, "account:edit");
  await ctx.db.transaction(async (tx) => {
    await changeOwnContact(tx, ctx, "name", { name: input.name, sortKey: sortKey(input.name) });
    await tx.update(users).set({ name: input.name }).where(eq(users.id, ctx.actor.userId));
  });
}
