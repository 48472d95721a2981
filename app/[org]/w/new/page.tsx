import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { ButtonLink } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { Words } from "@/components/ui/words";
import { NewWorkspaceForm } from "@/components/workspace/new-workspace-form";
import { createFlowAction } from "@/lib/actions/new-workspace";
import { noPage } from "@/lib/after-form";
import { contextFor, onPage } from "@/lib/context";
import { can } from "@/lib/domain/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("flow");
  return { title: t("newWorkspace") };
}

export default answering(async function NewWorkspacePage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const ctx = await onPage(contextFor(org), `/${org}/w/new`);
  if (!can("workspace:create", ctx.actor)) return noPage();
  const t = await getTranslations("flow");
  const workspace = await getTranslations("workspace");
  return (
    <>
      <header className="head">
        <Crumbs
          trail={[{ name: workspace("timeline"), path: `/${org}/timeline` }]}
          here={t("newWorkspace")}
        />
        <ButtonLink href={`/${org}/templates`}>{t("fromTemplate")}</ButtonLink>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <Words of={["flow"]}>
          <NewWorkspaceForm org={org} command={randomUUID()} create={createFlowAction.bind(null, { org })} />
        </Words>
      </main>
    </>
  );
});
