import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { HowScreen } from "@/components/wizard/how-screen";
import { chooseHowAction, keepHowAction } from "@/lib/actions/wizard";
import { kindOfSlug } from "@/lib/domain/draft-details";
import { isPersonDraft } from "@/lib/domain/drafts";
import { getHowOptions } from "@/lib/domain/wizard-options";
import { draftStep, type WizardParams } from "@/lib/wizard-step";

type Props = { params: Promise<WizardParams & { draft: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfSlug((await params).kind);
  const t = await getTranslations("wizard");
  return { title: kind ? t(`kinds.${kind}.title`) : undefined };
}

export default answering(async function HowPage({ params }: Props) {
  const at = await params;
  const { ctx, path, draft } = await draftStep(at);
  if (draft.added) redirect(`${path}/${draft.id}/done`);
  const options = await getHowOptions(ctx, draft);
  if (options.preview?.count === 0) redirect(`${path}/${draft.id}`);
  const place = { org: at.org, kind: at.kind, draft: draft.id };
  const person = isPersonDraft(draft) ? draft.kind : null;
  return (
    <HowScreen
      org={at.org}
      draft={draft}
      person={person}
      options={options}
      choose={chooseHowAction.bind(null, place)}
      keep={keepHowAction.bind(null, place)}
    />
  );
});
