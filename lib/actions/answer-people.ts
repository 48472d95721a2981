import type { z } from "zod";
import { contextFor } from "@/lib/context";
import type { Context } from "@/lib/domain/context";
import type { RecognisePeople, Recognition } from "@/lib/domain/people";
import { isAddressLike } from "@/lib/domain/recipient-shape";
import { answerJson, readQuery, readTexts } from "./answer";
import { recognisedInWords } from "./outcomes";

type At = { params: Promise<{ org: string }> };

/** For what people are looked for (`at`, as the query says it), and who is found. */
type Looking<For extends object> = {
  at: z.ZodType<For>;
  search: z.ZodType<For & { q: string }>;
  suggest: (ctx: Context, search: For & { q: string }) => Promise<object>;
  recognise: (ctx: Context, at: For, texts: z.output<typeof RecognisePeople>) => Promise<Recognition[]>;
};

/**
 * The two answers of a route that looks for people of an organization. GET: who is found for `q`, and, once that is an
 * address, whose it is. POST, with `{ texts }` or `{ list }`: whose each address is; changes nothing, but answers only our
 * own pages.
 */
export function answerPeople<For extends object>({ at, search, suggest, recognise }: Looking<For>) {
  const contextAt =
    ({ params }: At) =>
    async () =>
      contextFor((await params).org);
  return {
    GET: (request: Request, place: At): Promise<Response> =>
      answerJson(contextAt(place), async (ctx) => {
        const input = readQuery(search, request);
        const [found, recognised] = await Promise.all([
          suggest(ctx, input),
          isAddressLike(input.q) ? recognise(ctx, input, { texts: [{ text: input.q }] }) : [],
        ]);
        return { ...found, typed: recognised.map(recognisedInWords(ctx))[0] ?? null };
      }),
    POST: (request: Request, place: At): Promise<Response> =>
      answerJson(contextAt(place), async (ctx) => {
        const recognised = await recognise(ctx, readQuery(at, request), await readTexts(request));
        return { recognised: recognised.map(recognisedInWords(ctx)) };
      }),
  };
}
