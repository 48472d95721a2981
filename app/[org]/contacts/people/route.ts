import { answerJson, readQuery, readTexts } from "@/lib/actions/answer";
import { recognisedInWords } from "@/lib/actions/outcomes";
import { contextFor } from "@/lib/context";
import { isAddressLike } from "@/lib/domain/recipient-shape";
import { RecruitsAt, recogniseRecruits, SuggestRecruits, suggestRecruits } from "@/lib/domain/recruits";

type At = { params: Promise<{ org: string }> };

const contextAt =
  ({ params }: At) =>
  async () =>
    contextFor((await params).org);

/** `?q=&kind=` (and `group`): contacts to put into a group, and, once it is an address, whose it is. */
export function GET(request: Request, at: At): Promise<Response> {
  return answerJson(contextAt(at), async (ctx) => {
    const { q, ...group } = readQuery(SuggestRecruits, request);
    const [people, recognised] = await Promise.all([
      suggestRecruits(ctx, { q, ...group }),
      isAddressLike(q) ? recogniseRecruits(ctx, group, { texts: [{ text: q }] }) : [],
    ]);
    return { people, groups: [], typed: recognised.map(recognisedInWords(ctx))[0] ?? null };
  });
}

/** `?kind=` with `{ texts }` or `{ list }`: whose each address is. Changes nothing, but answers only our own pages. */
export function POST(request: Request, at: At): Promise<Response> {
  return answerJson(contextAt(at), async (ctx) => {
    const group = readQuery(RecruitsAt, request);
    const recognised = await recogniseRecruits(ctx, group, await readTexts(request));
    return { recognised: recognised.map(recognisedInWords(ctx)) };
  });
}
