import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { seenIn, TemplatesScreen } from "@/components/templates/templates-screen";
import { one, type Query, withQuery } from "@/components/ui/query";
import { contextFor, onPage } from "@/lib/context";
import { listTemplates } from "@/lib/domain/template-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("title") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default answering(async function TemplatesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const seen = seenIn(query);
  const path = withQuery(`/${org}/templates`, {
    show: one(query, "show"),
    find: seen.find,
    after: seen.after,
  });
  const ctx = await onPage(contextFor(org), path);
  const list = await onPage(listTemplates(ctx, seen), path);
  return <TemplatesScreen org={org} {...list} seen={seen} />;
});
