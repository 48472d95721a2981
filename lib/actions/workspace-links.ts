"use server";

import { refresh } from "next/cache";
import { RedirectType, redirect } from "next/navigation";
import { ChangeLink, NewLink, OneLink, RefreshLink } from "@/lib/domain/link-shape";
import {
  changeWorkspaceLink,
  createLink,
  refreshWorkspaceLink,
  turnOnWorkspaceLink,
} from "@/lib/domain/workspace-links";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, type KeptState, keepTyped, runAction } from "./run";

type Linked = { id: string };

/** The page of links, at one that has just come to be or changed its text: there it has the focus. */
function showLink(at: WorkspacePlace, { id }: Linked, show: "on" | "refreshed"): never {
  redirect(`/${at.org}/w/${at.workspace}/link?link=${id}&show=${show}`, RedirectType.replace);
}

export async function createLinkAction(
  at: WorkspacePlace,
  _: FormState<Linked>,
  form: FormData,
): Promise<FormState<Linked>> {
  const result = await runAction(contextAt(at), NewLink, form, createLink);
  if (result.ok) showLink(at, result.data, "on");
  return result;
}

export async function changeLinkAction(
  at: WorkspacePlace,
  _: FormState<Linked>,
  form: FormData,
): Promise<KeptState<Linked>> {
  const result = await runAction(contextAt(at), ChangeLink, form, changeWorkspaceLink);
  if (result.ok) refresh();
  return keepTyped(result, form);
}

export async function turnOnLinkAction(
  at: WorkspacePlace,
  _: FormState<Linked>,
  form: FormData,
): Promise<FormState<Linked>> {
  const result = await runAction(contextAt(at), OneLink, form, turnOnWorkspaceLink);
  if (result.ok) showLink(at, result.data, "on");
  return result;
}

export async function refreshLinkAction(
  at: WorkspacePlace,
  _: FormState<Linked>,
  form: FormData,
): Promise<FormState<Linked>> {
  const result = await runAction(contextAt(at), RefreshLink, form, refreshWorkspaceLink);
  if (result.ok) showLink(at, result.data, "refreshed");
  return result;
}
