import { answerPeople } from "@/lib/actions/answer-people";
import { RecruitsAt, recogniseRecruits, SuggestRecruits, suggestRecruits } from "@/lib/domain/recruits";

/** `?kind=` (and `group`): contacts to put into a group. */
export const { GET, POST } = answerPeople({
  at: RecruitsAt,
  search: SuggestRecruits,
  suggest: async (ctx, search) => ({ people: await suggestRecruits(ctx, search), groups: [] }),
  recognise: recogniseRecruits,
});
