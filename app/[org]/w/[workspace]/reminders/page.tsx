import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RemindersScreen } from "@/components/settings/reminders-screen";
import { answering } from "@/components/shell/answering";
import { boundAt } from "@/components/ui/bound-at";
import { setRemindersAction } from "@/lib/actions/settings";
import { onPage, workspaceContextFor } from "@/lib/context";
import { getReminders } from "@/lib/domain/reminders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("reminders.title") };
}

type Props = { params: Promise<{ org: string; workspace: string }> };

export default answering(async function RemindersPage({ params }: Props) {
  const at = await params;
  const workspace = `/${at.org}/w/${at.workspace}`;
  const path = `${workspace}/reminders`;
  const ctx = await onPage(workspaceContextFor(at.org, at.workspace), path);
  const reminders = await onPage(getReminders(ctx), path);
  return (
    <RemindersScreen
      workspace={{ path: workspace, name: ctx.workspace.name }}
      reminders={reminders}
      save={boundAt(setRemindersAction, { org: at.org, workspace: at.workspace })}
    />
  );
});
