import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { type Clock, shortDay } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/actions/run";
import type { Archived } from "@/lib/domain/views";

type State = FormState<{ said: string }>;

type Props = {
  archived: Archived;
  clock: Clock;
  /** Null for who may not. */
  restore: ((state: State, form: FormData) => Promise<State>) | null;
};

/** That a workspace can only be read, since when and by whom, and the way back. */
export function ArchivedBanner({ archived, clock, restore }: Props) {
  const t = useTranslations("workspace.archived");
  const { by } = archived;
  const day = shortDay(archived.at, clock);
  return (
    <div className="note flow-banner">
      <span>{by ? t.rich("sinceBy", { day, by, b: bdi }) : t("since", { day })}</span>
      {restore && (
        <ActionForm action={restore} data-gone-says={t("restored")}>
          <Submit>{t("restore")}</Submit>
        </ActionForm>
      )}
    </div>
  );
}
