import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { undoInviteAction } from "@/lib/actions/invitations";
import type { Added } from "@/lib/domain/added";

/** Takes the invitations back while their messages are held; contacts stay. */
export function UndoForm({ org, added: { workspace, command } }: { org: string; added: Added }) {
  if (!workspace || !command) return null;
  return (
    <ActionForm
      action={undoInviteAction.bind(null, { org, workspace: workspace.id })}
      said="Undone. Nothing was sent."
    >
      <input type="hidden" name="command" value={command} />
      <Submit size="small">Undo</Submit>
    </ActionForm>
  );
}
