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
import { type LeftOut, leftOutIn } from "./left-out";
import { contextAt, type OrganizationPlace, organizationAt } from "./place";
import { type KeptState, keepTyped, runAction } from "./run";

/** What became of many contacts: how many of each, and who was left out, or is sent nothing, and why. */
export type SaidBulk = Pick<BulkAnswer, "done" | "undo"> & { notDone: LeftOut; unsent: LeftOut };
export type BulkState = KeptState<SaidBulk>;

/** The same act, its reasons in the reader's language. */
const said =
  <C extends Context, I>(act: (ctx: C, input: I) => Promise<BulkAnswer>) =>
  async (ctx: C, input: I): Promise<SaidBulk> => {
    const { notDone, unsent, ...answer } = await act(ctx, input);
    const named = ({ name, reason }: BulkAnswer["notDone"][number]) => ({
      name: name === SOMEBODY ? sayIn(ctx.language)(SOMEBODY) : name,
      reason,
    });
    return {
      ...answer,
      notDone: await leftOutIn(ctx.language, notDone.map(named)),
      unsent: await leftOutIn(ctx.language, unsent),
    };
  };

const NOBODY: LeftOut = { count: 0, reasons: [] };
const nobody = async (): Promise<SaidBulk> => ({ done: [], notDone: NOBODY, unsent: NOBODY });

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
