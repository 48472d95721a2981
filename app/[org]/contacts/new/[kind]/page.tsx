import type { Metadata } from "next";
import { one, type Query } from "@/components/ui/query";
import { DetailsScreen } from "@/components/wizard/details-screen";
import { NotAllowed } from "@/components/wizard/not-allowed";
import { searchedFor, valuesOf, wizardWords } from "@/components/wizard/wizard-words";
import { saveDetailsAction } from "@/lib/actions/wizard";
import { kindOfSlug } from "@/lib/domain/draft-details";
import { findUnfinished } from "@/lib/domain/drafts";
import { listAdmins, listDetailsOptions } from "@/lib/domain/wizard-options";
import { type WizardParams, wizardStep } from "@/lib/wizard-step";

type Props = { params: Promise<WizardParams>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfSlug((await params).kind);
  return { title: kind ? wizardWords[kind].title : undefined };
}

export default async function NewContactPage({ params, searchParams }: Props) {
  const at = await params;
  const who = one(await searchParams, "who")?.slice(0, 100) ?? "";
  const { ctx, kind, path, refused } = await wizardStep(at);
  if (refused) return <NotAllowed org={at.org} kind={kind} reason={refused} admins={await listAdmins(ctx)} />;
  const me = ctx.actor.contactId;
  const [options, unfinished] = await Promise.all([
    listDetailsOptions(ctx, kind, [me]),
    findUnfinished(ctx, kind),
  ]);
  return (
    <DetailsScreen
      org={at.org}
      kind={kind}
      save={saveDetailsAction.bind(null, { org: at.org, kind: at.kind, draft: null })}
      kept={{ ...valuesOf({ managers: [me] }), ...searchedFor(who) }}
      options={options}
      unfinished={unfinished && { name: unfinished.name, path: `${path}/${unfinished.id}` }}
    />
  );
}
