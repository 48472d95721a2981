import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { addedIn } from "@/components/wizard/added-words";
import { FixForm } from "@/components/wizard/fix-form";
import { Result } from "@/components/wizard/result";
import { fixPeopleAction } from "@/lib/actions/wizard";
import { howOfFix } from "@/lib/domain/added";
import { isPersonDraft } from "@/lib/domain/drafts";
import { draftStep, type WizardParams } from "@/lib/wizard-step";
import { sayIn } from "@/lib/words/say";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("wizard"))("added") };
}

type Props = { params: Promise<WizardParams & { draft: string }> };

export default answering(async function AddedPage({ params }: Props) {
  const at = await params;
  const { ctx, path, draft } = await draftStep(at);
  if (!draft.added) redirect(`${path}/${draft.id}/how`);
  if (isPersonDraft(draft)) redirect(`/${at.org}/contacts/${draft.added.contact}?added=${draft.id}`);
  const added = addedIn(draft.added, sayIn(ctx.language));
  return (
    <Result org={ctx.org} kind={draft.kind} path={path} added={added} now={new Date()}>
      {added.open.length > 0 && (
        <FixForm
          key={added.open.map(({ input }) => input).join()}
          kind={draft.kind}
          command={randomUUID()}
          how={howOfFix(added)}
          open={added.open}
          fix={fixPeopleAction.bind(null, { org: at.org, kind: at.kind, draft: draft.id })}
        />
      )}
    </Result>
  );
});
