import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { TemplateScreen } from "@/components/templates/template-screen";
import { one, type Query } from "@/components/ui/query";
import { editTemplateAction } from "@/lib/actions/templates";
import { contextFor, onPage } from "@/lib/context";
import { getTemplate } from "@/lib/domain/templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("template") };
}

type Props = { params: Promise<{ org: string; template: string }>; searchParams: Promise<Query> };

export default answering(async function TemplatePage({ params, searchParams }: Props) {
  const { org, template } = await params;
  const path = `/${org}/templates/${template}`;
  const ctx = await onPage(contextFor(org), path);
  return (
    <TemplateScreen
      org={org}
      template={await onPage(getTemplate(ctx, template), path)}
      command={randomUUID()}
      isDeleting={one(await searchParams, "do") === "delete"}
      save={editTemplateAction.bind(null, { org })}
    />
  );
});
