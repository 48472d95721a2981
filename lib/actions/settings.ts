"use server";

import { refresh } from "next/cache";
import { GeneralSettings, saveGeneralSettings } from "@/lib/domain/general-settings";
import { ChooseNotices, chooseNotices, type NoticesView } from "@/lib/domain/notices";
import { SetReminders, setReminders } from "@/lib/domain/reminders";
import { InvitationSettings, saveInvitationSettings } from "@/lib/domain/settings";
import { contextAt, type OrganizationPlace, organizationAt, type WorkspacePlace } from "./place";
import { type KeptState, keepTyped, runAction } from "./run";

export async function saveGeneralSettingsAction(
  at: OrganizationPlace,
  _: KeptState<{ changed: number }>,
  form: FormData,
): Promise<KeptState<{ changed: number }>> {
  const result = await runAction(organizationAt(at), GeneralSettings, form, saveGeneralSettings);
  if (result.ok) refresh();
  return keepTyped(result, form);
}

export async function saveInvitationSettingsAction(
  at: OrganizationPlace,
  _: KeptState<{ changed: number }>,
  form: FormData,
): Promise<KeptState<{ changed: number }>> {
  const result = await runAction(organizationAt(at), InvitationSettings, form, saveInvitationSettings);
  if (result.ok) refresh();
  return keepTyped(result, form);
}

export async function chooseNoticesAction(
  at: OrganizationPlace,
  _: KeptState<NoticesView>,
  form: FormData,
): Promise<KeptState<NoticesView>> {
  const result = await runAction(organizationAt(at), ChooseNotices, form, chooseNotices);
  if (result.ok) refresh();
  return keepTyped(result, form);
}

export async function setRemindersAction(
  at: WorkspacePlace,
  _: KeptState<{ own: number[] | null }>,
  form: FormData,
): Promise<KeptState<{ own: number[] | null }>> {
  const result = await runAction(contextAt(at), SetReminders, form, setReminders);
  if (result.ok) refresh();
  return keepTyped(result, form);
}
