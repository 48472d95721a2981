import { answerJson, readQuery, readTexts } from "@/lib/actions/answer";
import { recognisedInWords } from "@/lib/actions/outcomes";
import { contextFor } from "@/lib/context";
import { isAddressLike } from "@/lib/domain/recipient-shape";
import { HoldersAt, recogniseHolders, SuggestHolders, suggestHolders } from "@/lib/domain/template-people";

type At = { params: Promise<{ org: string }> };

const contextAt =
  ({ params }: At) =>
  async () =>
    contextFor((await params).org);

/** `?q=&audience=`: contacts and groups for a role of a template, and, once it is an address, whose it is. */
export function GET(request: Request, at: At): Promise<Response> {
  return answerJson(contextAt(at), async (ctx) => {
    const { q, audience } = readQuery(SuggestHolders, request);
    const [found, recognised] = await Promise.all([
      suggestHolders(ctx, { q, audience }),
      isAddressLike(q) ? recogniseHolders(ctx, { audience }, { texts: [{ text: q }] }) : [],
    ]);
    return { ...found, typed: recognised.map(recognisedInWords(ctx))[0] ?? null };
  });
}

/** `?audience=` with `{ texts }` or `{ list }`: whose each address is. Changes nothing, but answers only our own pages. */
export function POST(request: Request, at: At): Promise<Response> {
  return answerJson(contextAt(at), async (ctx) => {
    const role = readQuery(HoldersAt, request);
    const recognised = await recogniseHolders(ctx, role, await readTexts(request));
    return { recognised: recognised.map(recognisedInWords(ctx)) };
  });
}
