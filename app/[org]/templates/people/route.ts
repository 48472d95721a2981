import { answerPeople } from "@/lib/actions/answer-people";
import { HoldersAt, recogniseHolders, SuggestHolders, suggestHolders } from "@/lib/domain/template-people";

/** `?audience=`: contacts and groups for a role of a template. */
export const { GET, POST } = answerPeople({
  at: HoldersAt,
  search: SuggestHolders,
  suggest: suggestHolders,
  recognise: recogniseHolders,
});
