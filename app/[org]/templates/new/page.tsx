import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { TemplateForm } from "@/components/templates/template-form";
import { TemplateFrame } from "@/components/templates/template-frame";
import { newValues } from "@/components/templates/template-values";
import { one, type Query, withQuery } from "@/components/ui/query";
import { createTemplateAction } from "@/lib/actions/templates";
import { noPage } from "@/lib/after-form";
import { contextFor, onPage, workspaceContextFor } from "@/lib/context";
import { can } from "@/lib/domain/permissions";
import { flowOfWorkspace } from "@/lib/domain/template-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("new") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default answering(async function NewTemplatePage({ params, searchParams }: Props) {
  const { org } = await params;
  const from = one(await searchParams, "from");
  const path = withQuery(`/${org}/templates/new`, { from });
  const ctx = await onPage(contextFor(org), path);
  if (!can("templates:create", ctx.actor)) return noPage();
  const t = await getTranslations("templates");
  const flow = from && (await onPage(workspaceContextFor(org, from).then(flowOfWorkspace), path));
  return (
    <TemplateFrame org={org} here={t("new")}>
      <TemplateForm
        org={org}
        title={from ? t("saveAs") : t("new")}
        label={t("create")}
        save={createTemplateAction.bind(null, { org })}
        kept={newValues(randomUUID(), flow || undefined)}
        mayBePrivate
      />
    </TemplateFrame>
  );
});
