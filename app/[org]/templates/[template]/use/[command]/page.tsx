import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { StartedScreen } from "@/components/templates/started-screen";
import { contextFor, onPage } from "@/lib/context";
import { getStarted } from "@/lib/domain/template-started";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("created") };
}

type Props = { params: Promise<{ org: string; template: string; command: string }> };

export default answering(async function StartedPage({ params }: Props) {
  const { org, template, command } = await params;
  const path = `/${org}/templates/${template}/use/${command}`;
  const ctx = await onPage(contextFor(org), path);
  const started = await onPage(getStarted(ctx, template, command), path);
  return <StartedScreen org={org} started={started} command={command} now={new Date()} />;
});
