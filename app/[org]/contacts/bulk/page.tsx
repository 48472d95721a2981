import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { BulkScreen } from "@/components/contacts/bulk-screen";
import { listPath, seenIn } from "@/components/contacts/seen";
import { one, type Query } from "@/components/ui/query";
import {
  addManyToGroupAction,
  addManyToWorkspaceAction,
  deactivateManyAction,
  inviteManyAction,
} from "@/lib/actions/bulk";
import { contextFor, onPage } from "@/lib/context";
import { bulkActs, bulkActsFor, getBulk } from "@/lib/domain/bulk";
import { readChosen } from "@/lib/domain/chosen";

export const metadata: Metadata = { title: "Selected contacts" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

const actions = {
  workspace: addManyToWorkspaceAction,
  group: addManyToGroupAction,
  invite: inviteManyAction,
  deactivate: deactivateManyAction,
};

/** The address with every value it has, but for those that change; the selection may be a long list. */
function pairsOf(query: Query, change: Record<string, string | undefined>): [string, string][] {
  const kept = Object.entries(query).flatMap(([name, value]) =>
    name in change ? [] : [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
  const changed = Object.entries(change).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return [...kept, ...changed];
}

const addressed = (path: string, pairs: [string, string][]) => `${path}?${new URLSearchParams(pairs)}`;

export default async function BulkPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const path = `/${org}/contacts/bulk`;
  const act = bulkActs.find((known) => known === one(query, "do")) ?? null;
  const isAny = query.c !== undefined || one(query, "all") === "1";
  const chosen = isAny ? readChosen(query) : { contacts: [] };
  const here = addressed(path, pairsOf(query, {}));
  const ctx = await onPage(contextFor(org), here);
  const view = await onPage(getBulk(ctx, { act, chosen, find: one(query, "q") }), here);
  return (
    <BulkScreen
      org={org}
      view={view}
      doing={act && { act, action: actions[act].bind(null, { org }) }}
      acts={bulkActsFor(ctx).map((known) => ({
        act: known,
        href: addressed(path, pairsOf(query, { do: known, q: undefined })),
      }))}
      exportPath={addressed(`/${org}/contacts/export`, pairsOf(query, { do: undefined, q: undefined }))}
      seek={{ path, value: one(query, "q"), keep: pairsOf(query, { q: undefined }) }}
      command={randomUUID()}
      back={listPath(org, seenIn(query))}
    />
  );
}
