import { answerJson, readQuery, readTexts } from "@/lib/actions/answer";
import { recognisedInWords } from "@/lib/actions/outcomes";
import { workspaceContextFor } from "@/lib/context";
import { suggestGroups } from "@/lib/domain/group-suggestions";
import { recognisePeople, SuggestPeople, suggestPeople } from "@/lib/domain/people";
import { isAddressLike } from "@/lib/domain/recipient-shape";

type At = { params: Promise<{ org: string; workspace: string }> };

const contextAt =
  ({ params }: At) =>
  async () => {
    const { org, workspace } = await params;
    return workspaceContextFor(org, workspace);
  };

/** `?q=` (and `role`): contacts and groups for what is being typed, and, once it is an address, whose it is. */
export function GET(request: Request, at: At): Promise<Response> {
  return answerJson(contextAt(at), async (ctx) => {
    const input = readQuery(SuggestPeople, request);
    const [people, groups, recognised] = await Promise.all([
      suggestPeople(ctx, input),
      suggestGroups(ctx, input),
      isAddressLike(input.q) ? recognisePeople(ctx, { texts: [{ text: input.q }] }) : [],
    ]);
    return { people, groups, typed: recognised.map(recognisedInWords(ctx))[0] ?? null };
  });
}

/** `{ texts }`, or `{ list }` as typed or pasted: whose each address is. Changes nothing, but answers only our own pages. */
export function POST(request: Request, at: At): Promise<Response> {
  return answerJson(contextAt(at), async (ctx) => {
    const recognised = await recognisePeople(ctx, await readTexts(request));
    return { recognised: recognised.map(recognisedInWords(ctx)) };
  });
}
