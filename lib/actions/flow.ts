"use server";

import { refresh } from "next/cache";
import { RedirectType, redirect } from "next/navigation";
import {
  AddAction,
  addAction,
  EditAction,
  editAction,
  RemoveAction,
  ReorderActions,
  removeAction,
  reorderActions,
} from "@/lib/domain/flow-actions";
import {
  AddRole,
  addRole,
  EditRole,
  editRole,
  RemoveRole,
  ReorderRoles,
  removeRole,
  reorderRoles,
} from "@/lib/domain/flow-roles";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, type Result, runAction } from "./run";

type Done = FormState<object>;

/** Back to the rows, all closed, at one of them. */
function toRows(at: WorkspacePlace, result: Result<object>, row: unknown): Done {
  if (!result.ok) return result;
  redirect(`/${at.org}/w/${at.workspace}?edit=flow&was=${row}`, RedirectType.replace);
}

/** The page shows the order there is now: the new one, or the one that somebody else made meanwhile. */
function inOrder(result: Result<object>): Done {
  if (result.ok || result.code === "conflict") refresh();
  return result;
}

export async function addActionAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), AddAction, form, addAction);
  return toRows(at, result, result.ok && result.data.id);
}

export async function editActionAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  return toRows(at, await runAction(contextAt(at), EditAction, form, editAction), form.get("action"));
}

export async function removeActionAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  return toRows(at, await runAction(contextAt(at), RemoveAction, form, removeAction), "new-action");
}

export async function reorderActionsAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), ReorderActions, form, reorderActions);
  return inOrder(result);
}

export async function addRoleAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), AddRole, form, addRole);
  return toRows(at, result, result.ok && result.data.id);
}

export async function editRoleAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  return toRows(at, await runAction(contextAt(at), EditRole, form, editRole), form.get("role"));
}

export async function removeRoleAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  return toRows(at, await runAction(contextAt(at), RemoveRole, form, removeRole), "new-role");
}

export async function reorderRolesAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), ReorderRoles, form, reorderRoles);
  return inOrder(result);
}
