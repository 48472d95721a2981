import { answerJson, readQuery, readTexts } from "@/lib/actions/answer";
import { contextFor } from "@/lib/context";
import { isAddressLike } from "@/lib/domain/recipient-shape";
import { RecruitsAt, recogniseRecruits, SuggestRecruits, suggestRecruits } from "@/lib/domain/recruits";

type At = { params: Promise<{ org: string }> };

const contextAt = async ({ params }: At) => contextFor((await params).org);

/** `?q=&kind=` (and `group`): contacts to put into a group, and, once it is an address, whose it is. */
export function GET(request: Request, at: At): Promise<Response> {
  return answerJson(async () => {
    const ctx = await contextAt(at);
    const { q, ...group } = readQuery(SuggestRecruits, request);
    const [people, recognised] = await Promise.all([
      suggestRecruits(ctx, { q, ...group }),
      isAddressLike(q) ? recogniseRecruits(ctx, group, { texts: [{ text: q }] }) : [],
    ]);
    return { people, groups: [], typed: recognised[0] ?? null };
  });
}

/** `?kind=` with `{ texts }` or `{ list }`: whose each address is. Changes nothing, but answers only our own pages. */
export function POST(request: Request, at: At): Promise<Response> {
  return answerJson(async () => {
    const ctx = await contextAt(at);
    const group = readQuery(RecruitsAt, request);
    return { recognised: await recogniseRecruits(ctx, group, await readTexts(request)) };
  });
}
