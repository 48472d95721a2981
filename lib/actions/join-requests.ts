"use server";

import { refresh } from "next/cache";
import { userContext } from "@/lib/context";
import { type Decided, decideOrganizationRequests, decideRequests } from "@/lib/domain/join-decide";
import { DecideForm } from "@/lib/domain/join-form";
import { WithdrawRequest, withdrawRequest } from "@/lib/domain/join-requests";
import { contextAt, type OrganizationPlace, organizationAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

type Answered = Promise<FormState<Decided>>;

export async function decideRequestsAction(
  at: WorkspacePlace,
  _: FormState<Decided>,
  form: FormData,
): Answered {
  const result = await runAction(contextAt(at), DecideForm, form, decideRequests);
  refresh();
  return result;
}

export async function decideOrganizationRequestsAction(
  at: OrganizationPlace,
  _: FormState<Decided>,
  form: FormData,
): Answered {
  const result = await runAction(organizationAt(at), DecideForm, form, decideOrganizationRequests);
  refresh();
  return result;
}

export async function withdrawRequestAction(_: FormState<void>, form: FormData): Promise<FormState<void>> {
  const result = await runAction(userContext, WithdrawRequest, form, withdrawRequest);
  if (result.ok) refresh();
  return result;
}
