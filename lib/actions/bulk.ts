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
import { isId } from "@/lib/domain/id";
import { contextAt, type OrganizationPlace, organizationAt } from "./place";
import { type KeptState, keepTyped, runAction } from "./run";

export type BulkState = KeptState<BulkAnswer>;

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
  return keepTyped(await runAction(place, AddManyToWorkspace, form, addManyToWorkspace), form);
}

export async function addManyToGroupAction(
  at: OrganizationPlace,
  _: BulkState,
  form: FormData,
): Promise<BulkState> {
  return keepTyped(await runAction(organizationAt(at), AddManyToGroup, form, addManyToGroup), form);
}

export async function inviteManyAction(
  at: OrganizationPlace,
  _: BulkState,
  form: FormData,
): Promise<BulkState> {
  return keepTyped(await runAction(organizationAt(at), InviteMany, form, inviteMany), form);
}

export async function deactivateManyAction(
  at: OrganizationPlace,
  _: BulkState,
  form: FormData,
): Promise<BulkState> {
  return keepTyped(await runAction(organizationAt(at), DeactivateMany, form, deactivateMany), form);
}
