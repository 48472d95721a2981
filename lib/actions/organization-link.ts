"use server";

import { refresh } from "next/cache";
import { RedirectType, redirect } from "next/navigation";
import { ChangeOrganizationLink, NewLink, OneLink, RefreshLink } from "@/lib/domain/link-shape";
import {
  changeOrganizationLink,
  createOrganizationLink,
  refreshOrganizationLink,
  turnOnOrganizationLink,
} from "@/lib/domain/organization-link";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, type KeptState, keepTyped, runAction } from "./run";

type Linked = { id: string };

/** The page of links, at one that has just come to be or changed its text: there it has the focus. */
function showLink(at: OrganizationPlace, { id }: Linked, show: "on" | "refreshed"): never {
  redirect(`/${at.org}/contacts/internal-link?link=${id}&show=${show}`, RedirectType.replace);
}

export async function createOrganizationLinkAction(
  at: OrganizationPlace,
  _: FormState<Linked>,
  form: FormData,
): Promise<FormState<Linked>> {
  const result = await runAction(organizationAt(at), NewLink, form, createOrganizationLink);
  if (result.ok) showLink(at, result.data, "on");
  return result;
}

export async function changeOrganizationLinkAction(
  at: OrganizationPlace,
  _: FormState<Linked>,
  form: FormData,
): Promise<KeptState<Linked>> {
  const result = await runAction(organizationAt(at), ChangeOrganizationLink, form, changeOrganizationLink);
  if (result.ok) refresh();
  return keepTyped(result, form);
}

export async function turnOnOrganizationLinkAction(
  at: OrganizationPlace,
  _: FormState<Linked>,
  form: FormData,
): Promise<FormState<Linked>> {
  const result = await runAction(organizationAt(at), OneLink, form, turnOnOrganizationLink);
  if (result.ok) showLink(at, result.data, "on");
  return result;
}

export async function refreshOrganizationLinkAction(
  at: OrganizationPlace,
  _: FormState<Linked>,
  form: FormData,
): Promise<FormState<Linked>> {
  const result = await runAction(organizationAt(at), RefreshLink, form, refreshOrganizationLink);
  if (result.ok) showLink(at, result.data, "refreshed");
  return result;
}
