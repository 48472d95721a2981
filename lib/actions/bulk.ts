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
import { type FormState, runAction } from "./run";

type Answered = Promise<FormState<BulkAnswer>>;

export async function addManyToWorkspaceAction(
  at: OrganizationPlace,
  _: FormState<BulkAnswer>,
  form: FormData,
): Answered {
  const workspace = form.get("workspace");
  if (typeof workspace !== "string" || !isId(workspace))
    return runAction(organizationAt(at), AddManyToWorkspace, form, async () => ({ done: [], notDone: [] }));
  return runAction(contextAt({ org: at?.org, workspace }), AddManyToWorkspace, form, addManyToWorkspace);
}

export async function addManyToGroupAction(
  at: OrganizationPlace,
  _: FormState<BulkAnswer>,
  form: FormData,
): Answered {
  return runAction(organizationAt(at), AddManyToGroup, form, addManyToGroup);
}

export async function inviteManyAction(
  at: OrganizationPlace,
  _: FormState<BulkAnswer>,
  form: FormData,
): Answered {
  return runAction(organizationAt(at), InviteMany, form, inviteMany);
}

export async function deactivateManyAction(
  at: OrganizationPlace,
  _: FormState<BulkAnswer>,
  form: FormData,
): Answered {
  return runAction(organizationAt(at), DeactivateMany, form, deactivateMany);
}
