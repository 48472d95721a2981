"use server";

import { refresh } from "next/cache";
import { userContext } from "@/lib/context";
import { type Decided, decideOrganizationRequests, decideRequests } from "@/lib/domain/join-decide";
import { DecideForm } from "@/lib/domain/join-form";
import { WithdrawRequest, withdrawRequest } from "@/lib/domain/join-requests";
import type { Language } from "@/lib/domain/languages";
import { sayIn } from "@/lib/words/say";
import { contextAt, type OrganizationPlace, organizationAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

/** What came of the requests, in the words of who answered them. */
const inWords =
  <C extends { language: Language }, I>(decide: (ctx: C, input: I) => Promise<Decided>) =>
  async (ctx: C, input: I): Promise<Decided> => {
    const say = sayIn(ctx.language);
    const { done, notDone, said } = await decide(ctx, input);
    return {
      done,
      notDone: notDone.map(({ name, reason }) => ({ name, reason: say(reason) })),
      said: say(said),
    };
  };

type Answered = Promise<FormState<Decided>>;

export async function decideRequestsAction(
  at: WorkspacePlace,
  _: FormState<Decided>,
  form: FormData,
): Answered {
  const result = await runAction(contextAt(at), DecideForm, form, inWords(decideRequests));
  refresh();
  return result;
}

export async function decideOrganizationRequestsAction(
  at: OrganizationPlace,
  _: FormState<Decided>,
  form: FormData,
): Answered {
  const result = await runAction(organizationAt(at), DecideForm, form, inWords(decideOrganizationRequests));
  refresh();
  return result;
}

export async function withdrawRequestAction(_: FormState<void>, form: FormData): Promise<FormState<void>> {
  const result = await runAction(userContext, WithdrawRequest, form, withdrawRequest);
  if (result.ok) refresh();
  return result;
}
