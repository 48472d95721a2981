"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { Contacts, deactivateOne, reactivateOne } from "@/lib/domain/deactivate";
import { type MergeAnswer, MergeContacts, mergeContacts } from "@/lib/domain/merge";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";

export async function mergeContactsAction(
  at: OrganizationPlace,
  _: FormState<MergeAnswer>,
  form: FormData,
): Promise<FormState<MergeAnswer>> {
  const result = await runAction(organizationAt(at), MergeContacts, form, mergeContacts);
  if (result.ok) redirect(`/${at.org}/contacts/${result.data.id}?merged=1`);
  return result;
}

type Named = FormState<{ name: string }>;

export async function deactivateContactAction(
  at: OrganizationPlace,
  _: Named,
  form: FormData,
): Promise<Named> {
  const result = await runAction(organizationAt(at), Contacts, form, deactivateOne);
  if (result.ok) refresh();
  return result;
}

export async function reactivateContactAction(
  at: OrganizationPlace,
  _: Named,
  form: FormData,
): Promise<Named> {
  const result = await runAction(organizationAt(at), Contacts, form, reactivateOne);
  if (result.ok) refresh();
  return result;
}
