import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MergeScreen } from "@/components/contacts/merge-screen";
import { MergeSearch } from "@/components/contacts/merge-search";
import { answering } from "@/components/shell/answering";
import { one, type Query, withQuery } from "@/components/ui/query";
import { mergeContactsAction } from "@/lib/actions/contact-life";
import { contextFor, onPage } from "@/lib/context";
import { isId } from "@/lib/domain/id";
import { getMerge, listMergeable } from "@/lib/domain/merge-view";

import "@/components/contacts/contact.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("merge.title") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

const idOf = (text: string | undefined) => (text && isId(text) ? text : null);

export default answering(async function MergePage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const [keep, drop, find] = [one(query, "keep"), one(query, "drop"), one(query, "find")];
  const path = withQuery(`/${org}/contacts/merge`, { keep, drop, find });
  const ctx = await onPage(contextFor(org), path);
  const [kept, gone] = [idOf(keep), idOf(drop)];
  if (!gone) {
    const { contact, found } = await onPage(listMergeable(ctx, { keep: kept, find }), path);
    return <MergeSearch org={org} keep={contact} find={find} found={found} />;
  }
  const view = await onPage(getMerge(ctx, { keep: kept ?? "", drop: gone }), path);
  return <MergeScreen org={org} view={view} merge={mergeContactsAction.bind(null, { org })} />;
});
