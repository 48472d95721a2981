import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { UseScreen } from "@/components/templates/use-screen";
import { startFromTemplateAction } from "@/lib/actions/templates";
import { contextFor, onPage } from "@/lib/context";
import { daysFrom } from "@/lib/domain/template-flow";
import { listSuggested } from "@/lib/domain/template-people";
import { getTemplate } from "@/lib/domain/templates";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("use") };
}

type Props = { params: Promise<{ org: string; template: string }> };

export default answering(async function UseTemplatePage({ params }: Props) {
  const { org, template } = await params;
  const path = `/${org}/templates/${template}/use`;
  const ctx = await onPage(contextFor(org), path);
  const view = await onPage(getTemplate(ctx, template), path);
  const clock = clockOf(ctx);
  return (
    <UseScreen
      org={org}
      template={view}
      command={randomUUID()}
      suggested={await onPage(listSuggested(ctx), path)}
      isAdmin={ctx.actor.isAdmin}
      days={view.flow ? daysFrom(clock, view.flow) : []}
      clock={clock}
      start={startFromTemplateAction.bind(null, { org })}
    />
  );
});
