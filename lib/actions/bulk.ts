"use server";

import {
  AddManyToGroup,
  AddManyToWorkspace,
  addManyToGroup,
  addManyToWorkspace,
  type BulkAnswer,
  DeactivateMany,
  deactivateMany,
  InviteMany,
  inviteMany,
} from "@/lib/domain/bulk-acts";
import type { Context } from "@/lib/domain/context";
import { SOMEBODY } from "@/lib/domain/deactivate";
import { isId } from "@/lib/domain/id";
import { sayIn } from "@/lib/words/say";
import { contextAt, type OrganizationPlace, organizationAt } from "./place";
import { type KeptState, keepTyped, runAction } from "./run";

export type BulkState = KeptState<BulkAnswer>;

/** The same act, its reasons in the reader's language. */
const said =
  <C extends Context, I>(act: (ctx: C, input: I) => Promise<BulkAnswer>) =>
  async (ctx: C, input: I): Promise<BulkAnswer> => {
    const answer = await act(ctx, input);
    const say = sayIn(ctx.language);
    const told = ({ contact, name, reason }: BulkAnswer["notDone"][number]) => ({
      contact,
      name: name === SOMEBODY ? say(SOMEBODY) : name,
      reason: say(reason),
    });
    return { ...answer, notDone: answer.notDone.map(told), unsent: answer.unsent.map(told) };
  };

const nobody = async (): Promise<BulkAnswer> => ({ done: [], notDone: [], unsent: [] });

export async function addManyToWorkspaceAction(
  at: OrganizationPlace,
  _: BulkState,
  form: FormData,
): Promise<BulkState> {
  const workspace = form.get("workspace");
  if (typeof workspace !== "string" || !isId(workspace))
    return keepTyped(await runAction(organizationAt(at), AddManyToWorkspace, form, nobody), form);
  const place = contextAt({ org: at?.org, workspace });
  return keepTyped(await runAction(place, AddManyToWorkspace, form, said(addManyToWorkspace)), form);
}

export async function addManyToGroupAction(
  at: OrganizationPlace,
  _: BulkState,
  form: FormData,
): Promise<BulkState> {
  return keepTyped(await runAction(organizationAt(at), AddManyToGroup, form, said(addManyToGroup)), form);
}

export async function inviteManyAction(
  at: OrganizationPlace,
  _: BulkState,
  form: FormData,
): Promise<BulkState> {
  return keepTyped(await runAction(organizationAt(at), InviteMany, form, said(inviteMany)), form);
}

export async function deactivateManyAction(
  at: OrganizationPlace,
  _: BulkState,
  form: FormData,
): Promise<BulkState> {
  return keepTyped(await runAction(organizationAt(at), DeactivateMany, form, said(deactivateMany)), form);
}
