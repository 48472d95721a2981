import "./wizard.css";
import { ButtonLink } from "@/components/ui/button";
import { UndoForm } from "@/components/wizard/undo-form";
import type { Added } from "@/lib/domain/added";

type Props = { org: string; added: Added; words: string; now: Date };

/** What the wizard did, with "Undo" while messages are held. */
export function AddedNote({ org, added, words, now }: Props) {
  const mayUndo = added.heldUntil !== null && new Date(added.heldUntil) > now;
  return (
    <div className="duplicate">
      <p role="status" className="break">
        {added.group && <strong className="font-medium">{added.name}: </strong>}
        {words}
      </p>
      {mayUndo && <UndoForm org={org} added={added} />}
      {added.workspace && (
        <ButtonLink size="small" href={`/${org}/w/${added.workspace.id}?panel=members`}>
          Open workspace
        </ButtonLink>
      )}
    </div>
  );
}
