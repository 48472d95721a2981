import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ManyScreen } from "@/components/invitation-list/many-screen";
import { listPath, seenIn } from "@/components/invitation-list/seen";
import { answering } from "@/components/shell/answering";
import { one, pairsOf, type Query, withPairs } from "@/components/ui/query";
import {
  cancelManyAction,
  resendManyAction,
  resumeManyRemindersAction,
  stopManyRemindersAction,
} from "@/lib/actions/invitation-list";
import { contextFor, onPage } from "@/lib/context";
import { getMany } from "@/lib/domain/invitation-acts";
import { readChosenInvitations } from "@/lib/domain/invitation-filter";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("many.title") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

const actions = {
  resend: resendManyAction,
  cancel: cancelManyAction,
  stop: stopManyRemindersAction,
  resume: resumeManyRemindersAction,
};
const acts = ["resend", "cancel", "stop", "resume"] as const;

export default answering(async function ManyInvitationsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const path = `/${org}/invitations/bulk`;
  const act = acts.find((known) => known === one(query, "do")) ?? null;
  const isAny = query.i !== undefined || one(query, "all") === "1";
  const chosen = isAny ? readChosenInvitations(query) : { invitations: [] };
  const here = withPairs(path, pairsOf(query));
  const ctx = await onPage(contextFor(org), here);
  return (
    <ManyScreen
      org={org}
      view={await onPage(getMany(ctx, chosen), here)}
      doing={act && { act, action: actions[act].bind(null, { org }) }}
      acts={acts.map((known) => ({ act: known, href: withPairs(path, pairsOf(query, { do: known })) }))}
      exportPath={withPairs(`/${org}/invitations/export`, pairsOf(query, { do: undefined }))}
      command={randomUUID()}
      back={listPath(org, seenIn(query))}
    />
  );
});
