import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { one, type Query, withQuery } from "@/components/ui/query";
import { NotAllowed } from "@/components/wizard/not-allowed";
import { kindOfSlug } from "@/lib/domain/draft-details";
import { newId } from "@/lib/domain/id";
import { listAdmins } from "@/lib/domain/wizard-options";
import { type WizardParams, wizardStep } from "@/lib/wizard-step";

type Props = { params: Promise<WizardParams>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfSlug((await params).kind);
  const t = await getTranslations("wizard");
  return { title: kind ? t(`kinds.${kind}.title`) : undefined };
}

/** The first step has its draft's address before anything is kept there, so that the browser's Back finds it again. */
export default answering(async function NewContactPage({ params, searchParams }: Props) {
  const at = await params;
  const { ctx, kind, path, refused } = await wizardStep(at);
  if (refused) return <NotAllowed org={at.org} kind={kind} reason={refused} admins={await listAdmins(ctx)} />;
  redirect(withQuery(`${path}/${newId()}`, { who: one(await searchParams, "who") }));
});
