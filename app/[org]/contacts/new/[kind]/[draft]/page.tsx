import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DetailsScreen } from "@/components/wizard/details-screen";
import { valuesOf, wizardWords } from "@/components/wizard/wizard-words";
import { saveDetailsAction } from "@/lib/actions/wizard";
import { kindOfSlug } from "@/lib/domain/draft-details";
import { isPersonDraft } from "@/lib/domain/drafts";
import { listDetailsOptions } from "@/lib/domain/wizard-options";
import { draftStep, type WizardParams } from "@/lib/wizard-step";

type Props = { params: Promise<WizardParams & { draft: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfSlug((await params).kind);
  return { title: kind ? wizardWords[kind].title : undefined };
}

export default async function ContactDetailsPage({ params }: Props) {
  const at = await params;
  const { ctx, kind, path, draft } = await draftStep(at);
  if (draft.added) redirect(`${path}/${draft.id}/done`);
  const chosen = isPersonDraft(draft) ? [] : draft.details.managers;
  return (
    <DetailsScreen
      org={at.org}
      kind={kind}
      save={saveDetailsAction.bind(null, { org: at.org, kind: at.kind, draft: draft.id })}
      kept={valuesOf(draft.details)}
      options={await listDetailsOptions(ctx, kind, chosen)}
    />
  );
}
