import type { BulkAnswer } from "@/lib/domain/bulk-acts";
import type { ResendAnswer } from "@/lib/domain/resend-all";
import type { InviteAnswer, Outcome } from "@/lib/domain/views";
import type { Say } from "@/lib/words/say";

/** What became of one recipient, with the reasons said. */
function saidOutcome(outcome: Outcome, say: Say): Outcome {
  const { reason, unsent, people } = outcome;
  return {
    ...outcome,
    reason: reason && say(reason),
    ...(unsent && { unsent: { ...unsent, reason: say(unsent.reason) } }),
    ...(people && { people: people.map((one) => saidOutcome(one, say)) }),
  };
}

/** What became of everybody who was invited or added, the reasons in the reader's language. */
export const saidOutcomes = <Answer extends InviteAnswer>(answer: Answer, say: Say): Answer => ({
  ...answer,
  outcomes: answer.outcomes.map((outcome) => saidOutcome(outcome, say)),
});

const saidReasons = <One extends { reason: string }>(list: One[], say: Say): One[] =>
  list.map((one) => ({ ...one, reason: say(one.reason) }));

/** What became of sending again, the reasons in the reader's language. */
export const saidResend = (answer: ResendAnswer, say: Say): ResendAnswer => ({
  ...answer,
  skipped: saidReasons(answer.skipped, say),
});

/** What became of an act on many, the reasons in the reader's language. */
export const saidBulk = (answer: BulkAnswer, say: Say): BulkAnswer => ({
  ...answer,
  notDone: saidReasons(answer.notDone, say),
  unsent: saidReasons(answer.unsent, say),
});
