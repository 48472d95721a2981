import { getGeneralSettings, saveGeneralSettings } from "@/lib/domain/general-settings";
import { chooseNotices, getNotices } from "@/lib/domain/notices";
import { getReminders, setReminders } from "@/lib/domain/reminders";
import { getInvitationSettings, saveInvitationSettings, settingsTabs } from "@/lib/domain/settings";
import { resumeReminders, stopReminders } from "@/lib/domain/stop-reminders";
import { MEMBERS_ONLY, type Row } from "./row";

const ADMINS_ONLY: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "ok"];
const INTERNAL_ONLY: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "ok"];

export const settingsRows: Row[] = [
  {
    name: "settingsTabs",
    operation: "notices:choose",
    paths: ["/[org]/settings"],
    run: async (ctx) => settingsTabs(ctx),
    verdicts: INTERNAL_ONLY,
  },
  {
    name: "getGeneralSettings",
    operation: "settings:edit",
    paths: ["/[org]/settings/general"],
    run: (ctx) => getGeneralSettings(ctx),
    verdicts: ADMINS_ONLY,
  },
  {
    name: "saveGeneralSettings",
    operation: "settings:edit",
    paths: ["saveGeneralSettingsAction"],
    run: (ctx) =>
      saveGeneralSettings(ctx, { name: "Northwind", country: "DE", language: "de", timeZone: "UTC" }),
    verdicts: ADMINS_ONLY,
  },
  {
    name: "getInvitationSettings",
    operation: "settings:edit",
    paths: ["/[org]/settings/invitations"],
    run: (ctx) => getInvitationSettings(ctx),
    verdicts: ADMINS_ONLY,
  },
  {
    name: "saveInvitationSettings",
    operation: "settings:edit",
    paths: ["saveInvitationSettingsAction"],
    run: (ctx) =>
      saveInvitationSettings(ctx, {
        ...{ lifetime: 7, unit: "days", undo: 10, reminders: [3], memberHourly: 50 },
        ...{ adminDaily: 500, workspaceDaily: 300, daily: 1_000, allowed: [], blocked: [] },
      }),
    verdicts: ADMINS_ONLY,
  },
  {
    name: "getNotices",
    operation: "notices:choose",
    paths: ["/[org]/settings/notices"],
    run: (ctx) => getNotices(ctx),
    verdicts: INTERNAL_ONLY,
  },
  {
    name: "chooseNotices",
    operation: "notices:choose",
    paths: ["chooseNoticesAction"],
    run: (ctx) => chooseNotices(ctx, { joined: "off", timeZone: null }),
    verdicts: INTERNAL_ONLY,
  },
  {
    name: "getReminders",
    operation: "reminders:view",
    paths: ["/[org]/w/[workspace]/reminders"],
    run: (ctx) => getReminders(ctx),
    verdicts: [...MEMBERS_ONLY.slice(0, 4), "ok"] as Row["verdicts"],
  },
  {
    name: "setReminders",
    operation: "reminders:set",
    paths: ["setRemindersAction"],
    run: (ctx) => setReminders(ctx, { use: "none", days: [] }),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "ok"],
  },
  {
    name: "stopReminders",
    operation: "reminders:stop",
    paths: ["stopRemindersAction"],
    run: (ctx, { kimInvitation }) => stopReminders(ctx, { invitation: kimInvitation }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "resumeReminders",
    operation: "reminders:stop",
    paths: ["resumeRemindersAction"],
    run: (ctx, { kimInvitation }) => resumeReminders(ctx, { invitation: kimInvitation }),
    verdicts: MEMBERS_ONLY,
  },
];
