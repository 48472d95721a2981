import { getTranslations } from "next-intl/server";
import type { Context } from "@/lib/domain/context";
import type { InvitationAnswer } from "@/lib/domain/invitation-acts";
import { NO_GROUP } from "@/lib/domain/invite-groups";
import type { Recognition } from "@/lib/domain/people";
import type { ResendAnswer } from "@/lib/domain/resend-all";
import type { InviteAnswer, Outcome } from "@/lib/domain/views";
import { type Say, sayIn } from "@/lib/words/say";
import { type LeftOut, leftOutIn } from "./left-out";

const saidOutcome =
  (say: Say) =>
  (outcome: Outcome): Outcome => {
    const { name, reason, unsent, people } = outcome;
    return {
      ...outcome,
      name: name === NO_GROUP ? say(NO_GROUP) : name,
      reason: reason && say(reason),
      unsent: unsent && { ...unsent, reason: say(unsent.reason) },
      people: people?.map(saidOutcome(say)),
    };
  };

/** An act of inviting that gives its reasons in the reader's language. */
export const inviteInWords =
  <C extends Context, I, A extends InviteAnswer>(act: (ctx: C, input: I) => Promise<A>) =>
  async (ctx: C, input: I): Promise<A> => {
    const answer = await act(ctx, input);
    return { ...answer, outcomes: answer.outcomes.map(saidOutcome(sayIn(ctx.language))) };
  };

/** What became of sending to many: in one sentence, and who was skipped and why; `show`: what leads to them. */
export type SaidResend = { sent: number; skipped: LeftOut; said: string; show: string };

/** An act of sending again that tells what it did, and its reasons, in the reader's language. */
export const resendInWords =
  <C extends Context, I>(act: (ctx: C, input: I) => Promise<ResendAnswer>) =>
  async (ctx: C, input: I): Promise<SaidResend> => {
    const { sent, skipped } = await act(ctx, input);
    const t = await getTranslations({ locale: ctx.language, namespace: "invite" });
    return {
      sent,
      skipped: await leftOutIn(ctx.language, skipped),
      said: t(skipped.length > 0 ? "resendAll.skipped" : "resendAll.sent", { sent, skipped: skipped.length }),
      show: t("resendAll.show", { count: skipped.length }),
    };
  };

/** What became of many invitations, and the act it was, by which it can be taken back. */
export type ManyAnswer = { command: string; done: number; notDone: LeftOut };

/** An act on many invitations that gives its reasons in the reader's language. */
export const manyInWords =
  <C extends Context, I extends { command: string }>(act: (ctx: C, input: I) => Promise<InvitationAnswer>) =>
  async (ctx: C, input: I): Promise<ManyAnswer> => {
    const { done, notDone } = await act(ctx, input);
    return { command: input.command, done, notDone: await leftOutIn(ctx.language, notDone) };
  };

/** What a text was recognised as; why it was not, in the reader's language. */
export const recognisedInWords =
  ({ language }: Pick<Context, "language">) =>
  (one: Recognition): Recognition =>
    one.is === "invalid" ? { ...one, reason: sayIn(language)(one.reason) } : one;
