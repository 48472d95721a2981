import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { Submit } from "@/components/ui/submit";
import { undoActAction } from "@/lib/actions/undo";
import type { UndoableView } from "@/lib/domain/undoable-views";

type Props = { at: { org: string; workspace: string }; act: UndoableView | null };

/** What one did last in this workspace, said where it stays in sight, with the way back. */
export function UndoNotice({ at, act }: Props) {
  return (
    <div role="status" className="panel-undo">
      {act && <Undoable at={at} act={act} />}
    </div>
  );
}

function Undoable({ at, act }: { at: Props["at"]; act: UndoableView }) {
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const { kind, name, count } = act;
  const done = t.markup(`undone.${kind}`, { name, count, b: (words) => words });
  return (
    <ActionForm
      action={undoActAction.bind(null, at)}
      className="note flex flex-wrap items-center gap-2"
      data-gone-says={t(`backAgain.${kind}`, { name, count })}
    >
      <span className="flex-1">{t.rich(`undone.${kind}`, { name, count, b: bdi })}</span>
      <input type="hidden" name="act" value={act.id} />
      <Submit size="small" aria-label={t("undoOf", { done })}>
        {ui("undo")}
      </Submit>
    </ActionForm>
  );
}
