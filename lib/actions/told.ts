import type { Language } from "@/lib/domain/languages";
import { sayIn } from "@/lib/words/say";

/** An answer that is one sentence. */
export type Said = { said: string };

/** An act whose answer is a sentence of the domain, answered in the words of who acts. */
export const told =
  <C extends { language: Language }, I>(act: (ctx: C, input: I) => Promise<Said>) =>
  async (ctx: C, input: I): Promise<Said> => ({ said: sayIn(ctx.language)((await act(ctx, input)).said) });
