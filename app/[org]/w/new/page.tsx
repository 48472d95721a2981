import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { answering } from "@/components/shell/answering";
import { ButtonLink } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { NewWorkspaceForm } from "@/components/workspace/new-workspace-form";
import { createFlowAction } from "@/lib/actions/new-workspace";
import { noPage } from "@/lib/after-form";
import { contextFor, onPage } from "@/lib/context";
import { can } from "@/lib/domain/permissions";

export const metadata: Metadata = { title: "New workspace" };

export default answering(async function NewWorkspacePage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const ctx = await onPage(contextFor(org), `/${org}/w/new`);
  if (!can("workspace:create", ctx.actor)) return noPage();
  return (
    <>
      <header className="head">
        <Crumbs trail={[{ name: "Timeline", path: `/${org}/timeline` }]} here="New workspace" />
        <ButtonLink href={`/${org}/templates`}>From a template</ButtonLink>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <NewWorkspaceForm org={org} command={randomUUID()} create={createFlowAction.bind(null, { org })} />
      </main>
    </>
  );
});
