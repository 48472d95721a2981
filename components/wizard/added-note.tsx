import { useTranslations } from "next-intl";
import "./wizard.css";
import { UndoForm } from "@/components/invitations/undo-form";
import { ButtonLink } from "@/components/ui/button";
import type { Added } from "@/lib/domain/added";

type Props = { org: string; added: Added; words: string; now: Date };

/** What the wizard did, with "Undo" while messages are held. */
export function AddedNote({ org, added, words, now }: Props) {
  const t = useTranslations("wizard");
  const { command, heldUntil, isUndone, gone, made } = added;
  const isHeld = heldUntil !== null && new Date(heldUntil) > now;
  return (
    <div className="duplicate">
      <p role="status" className="break">
        {added.group && <strong className="font-medium">{added.name}: </strong>}
        {words}
      </p>
      {(isHeld || isUndone) && command && (
        <UndoForm {...{ org, command, isUndone, gone, made }} workspace={added.workspace?.id ?? null} />
      )}
      {added.workspace && made !== "archived" && (
        <ButtonLink size="small" href={`/${org}/w/${added.workspace.id}?panel=members`}>
          {t("openWorkspace")}
        </ButtonLink>
      )}
    </div>
  );
}
