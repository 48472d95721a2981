import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { undoActAction } from "@/lib/actions/undo";
import type { UndoableView } from "@/lib/domain/undoable-views";

type Props = { at: { org: string; workspace: string }; act: UndoableView | null };

const words: Record<UndoableView["kind"], string> = {
  member_removed: "was removed.",
  invitation_cancelled: "is not invited any more.",
  role_unassigned: "is unassigned.",
  requests_declined: "declined.",
};

/** What one did last in this workspace, said where it stays in sight, with the way back. */
export function UndoNotice({ at, act }: Props) {
  return (
    <div role="status" className="panel-undo">
      {act && (
        <ActionForm action={undoActAction.bind(null, at)} className="note flex flex-wrap items-center gap-2">
          <span className="flex-1">
            <bdi>{act.name}</bdi> {words[act.kind]}
          </span>
          <input type="hidden" name="act" value={act.id} />
          <Submit size="small" aria-label={`Undo: ${act.name} ${words[act.kind]}`}>
            Undo
          </Submit>
        </ActionForm>
      )}
    </div>
  );
}
