import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { boundAt } from "@/components/ui/bound-at";
import { Words } from "@/components/ui/words";
import { WorkspaceSettingsScreen } from "@/components/workspace-settings/settings-screen";
import {
  archiveWorkspaceAction,
  handOverAction,
  restoreWorkspaceAction,
  saveWorkspaceAction,
} from "@/lib/actions/workspaces";
import { onPage, workspaceContextFor } from "@/lib/context";
import { getWorkspaceSettings } from "@/lib/domain/workspace-settings";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workspace");
  return { title: t("settings") };
}

type Props = { params: Promise<{ org: string; workspace: string }> };

export default answering(async function WorkspaceSettingsPage({ params }: Props) {
  const { org, workspace } = await params;
  const at = { org, workspace };
  const path = `/${org}/w/${workspace}`;
  const ctx = await onPage(workspaceContextFor(org, workspace), `${path}/settings`);
  const settings = await onPage(getWorkspaceSettings(ctx), `${path}/settings`);
  return (
    <Words>
      <WorkspaceSettingsScreen
        path={path}
        settings={settings}
        clock={clockOf(ctx)}
        acts={{
          save: boundAt(saveWorkspaceAction, at),
          handOver: boundAt(handOverAction, at),
          archive: boundAt(archiveWorkspaceAction, at),
          restore: boundAt(restoreWorkspaceAction, at),
        }}
      />
    </Words>
  );
});
