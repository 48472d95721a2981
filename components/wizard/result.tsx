import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { UndoForm } from "@/components/wizard/undo-form";
import { WizardFrame } from "@/components/wizard/wizard-frame";
import { wizardWords } from "@/components/wizard/wizard-words";
import type { Added } from "@/lib/domain/added";
import type { DraftKind } from "@/lib/domain/draft-details";

type Props = {
  org: string;
  kind: DraftKind;
  slug: string;
  added: Added;
  words: string;
  /** Messages are still held. */
  mayUndo: boolean;
  children?: ReactNode;
};

/** What the wizard did, who is sent nothing and why, and where to go from here. */
export function Result({ org, kind, slug, added, words, mayUndo, children }: Props) {
  const { noun } = wizardWords[kind];
  const path = added.group ? `/${org}/contacts/groups/${added.group}` : `/${org}/contacts/${added.contact}`;
  return (
    <WizardFrame org={org} kind={kind}>
      <div className="duplicate">
        <p role="status">
          {added.group && <strong className="font-medium">{added.name}: </strong>}
          {words}
        </p>
        {mayUndo && <UndoForm org={org} added={added} />}
      </div>
      {added.group && added.unsent.length > 0 && (
        <ul className="note" aria-label="Nothing is sent to">
          {added.unsent.map(({ name, reason }) => (
            <li key={name} className="break">
              <strong className="font-medium">{name}</strong>: {reason}
            </li>
          ))}
        </ul>
      )}
      {children}
      <div className="new-foot">
        <ButtonLink href={`/${org}/contacts/new/${slug}`}>Add another {noun}</ButtonLink>
        {added.workspace && (
          <ButtonLink href={`/${org}/w/${added.workspace.id}?panel=members`}>Open workspace</ButtonLink>
        )}
        <ButtonLink href={path}>Open {noun}</ButtonLink>
      </div>
    </WizardFrame>
  );
}
