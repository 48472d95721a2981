import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { one, type Query } from "@/components/ui/query";
import { DetailsScreen } from "@/components/wizard/details-screen";
import { searchedFor, valuesOf } from "@/components/wizard/wizard-words";
import { discardDraftAction, saveDetailsAction } from "@/lib/actions/wizard";
import { kindOfSlug } from "@/lib/domain/draft-details";
import { isPersonDraft } from "@/lib/domain/drafts";
import { findUnfinished } from "@/lib/domain/unfinished";
import { listDetailsOptions } from "@/lib/domain/wizard-options";
import { firstStep, type WizardParams } from "@/lib/wizard-step";

type Props = { params: Promise<WizardParams & { draft: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfSlug((await params).kind);
  const t = await getTranslations("wizard");
  return { title: kind ? t(`kinds.${kind}.title`) : undefined };
}

export default answering(async function ContactDetailsPage({ params, searchParams }: Props) {
  const at = await params;
  const { ctx, kind, path, draft } = await firstStep(at);
  if (draft?.added) redirect(`${path}/${draft.id}/done`);
  const who = one(await searchParams, "who")?.slice(0, 100) ?? "";
  const me = ctx.actor.contactId;
  const chosen = !draft ? [me] : isPersonDraft(draft) ? [] : draft.details.managers;
  const [options, unfinished] = await Promise.all([
    listDetailsOptions(ctx, kind, chosen),
    draft ? null : findUnfinished(ctx, kind),
  ]);
  const place = { org: at.org, kind: at.kind };
  return (
    <DetailsScreen
      org={at.org}
      kind={kind}
      save={saveDetailsAction.bind(null, { ...place, draft: at.draft })}
      kept={draft ? valuesOf(draft.details) : { ...valuesOf({ managers: [me] }), ...searchedFor(who) }}
      options={options}
      unfinished={
        unfinished && {
          name: unfinished.name,
          path: `${path}/${unfinished.id}`,
          discard: discardDraftAction.bind(null, { ...place, draft: unfinished.id }),
        }
      }
    />
  );
});
