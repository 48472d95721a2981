"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import type { FormState } from "@/lib/actions/run";
import type { MergeAnswer } from "@/lib/domain/merge";

type Props = {
  keep: string;
  drop: string;
  back: string;
  /** What the button says. */
  words: string;
  merge: (state: FormState<MergeAnswer>, form: FormData) => Promise<FormState<MergeAnswer>>;
};

/** The one button of the page that merges; a refusal stands above it. */
export function MergeForm({ keep, drop, back, words, merge }: Props) {
  const t = useTranslations("ui");
  const [state, send] = useAct(merge);
  return (
    <form action={send} className="grid gap-4">
      <ErrorSummary message={state?.ok === false ? state.message : undefined} />
      <input type="hidden" name="keep" value={keep} />
      <input type="hidden" name="drop" value={drop} />
      <div className="new-foot">
        <ButtonLink href={back}>{t("cancel")}</ButtonLink>
        <Submit variant="danger">{words}</Submit>
      </div>
    </form>
  );
}
