import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BulkScreen } from "@/components/contacts/bulk-screen";
import { listPath, seenIn } from "@/components/contacts/seen";
import { answering } from "@/components/shell/answering";
import { one, pairsOf, type Query, withPairs } from "@/components/ui/query";
import { Words } from "@/components/ui/words";
import {
  addManyToGroupAction,
  addManyToWorkspaceAction,
  deactivateManyAction,
  inviteManyAction,
} from "@/lib/actions/bulk";
import { contextFor, onPage } from "@/lib/context";
import { bulkActs, bulkActsFor, getBulk } from "@/lib/domain/bulk";
import { readChosen } from "@/lib/domain/chosen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("many.title") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

const actions = {
  workspace: addManyToWorkspaceAction,
  group: addManyToGroupAction,
  invite: inviteManyAction,
  deactivate: deactivateManyAction,
};

export default answering(async function BulkPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const path = `/${org}/contacts/bulk`;
  const act = bulkActs.find((known) => known === one(query, "do")) ?? null;
  const isAny = query.c !== undefined || one(query, "all") === "1";
  const chosen = isAny ? readChosen(query) : { contacts: [] };
  const here = withPairs(path, pairsOf(query));
  const ctx = await onPage(contextFor(org), here);
  const view = await onPage(getBulk(ctx, { act, chosen, find: one(query, "q") }), here);
  return (
    <Words of={["contacts"]}>
      <BulkScreen
        org={org}
        view={view}
        doing={act && { act, action: actions[act].bind(null, { org }) }}
        acts={bulkActsFor(ctx).map((known) => ({
          act: known,
          href: withPairs(path, pairsOf(query, { do: known, q: undefined })),
        }))}
        exportPath={withPairs(`/${org}/contacts/export`, pairsOf(query, { do: undefined, q: undefined }))}
        seek={{ path, value: one(query, "q"), keep: pairsOf(query, { q: undefined }) }}
        command={randomUUID()}
        back={listPath(org, seenIn(query))}
      />
    </Words>
  );
});
