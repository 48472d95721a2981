import { HowForm } from "@/components/wizard/how-form";
import type { WizardAction } from "@/components/wizard/use-wizard-form";
import { WizardFrame } from "@/components/wizard/wizard-frame";
import { peopleWords, valuesOf } from "@/components/wizard/wizard-words";
import type { PersonKind } from "@/lib/domain/draft-details";
import type { Draft } from "@/lib/domain/drafts";
import type { Preview } from "@/lib/domain/group-preview";
import type { HowOptions } from "@/lib/domain/wizard-options";

type Props = {
  org: string;
  draft: Draft;
  person: PersonKind | null;
  options: HowOptions;
  choose: WizardAction;
};

/** Second step: what is to happen with who was described in the first. */
export function HowScreen({ org, draft, person, options, choose }: Props) {
  const { workspaces, contact, alike, preview } = options;
  const name = contact?.name ?? draft.details.name;
  return (
    <WizardFrame org={org} kind={draft.kind} step={2}>
      {contact && <p className="note">You use the contact {contact.name} that you have already.</p>}
      {preview && <PreviewNote name={name} preview={preview} />}
      <HowForm
        org={org}
        draft={draft.id}
        name={person ? (name.split(" ")[0] ?? name) : name}
        sends={preview && { ...preview.sends, quiet: 0 }}
        person={person}
        alike={alike}
        workspaces={workspaces}
        choose={choose}
        kept={valuesOf(draft.choice ?? {})}
      />
    </WizardFrame>
  );
}

const MOST_SHOWN = 20;

/** Who will be in the group, and who will not and why. */
function PreviewNote({ name, preview: { count, known, open } }: { name: string; preview: Preview }) {
  return (
    <div className="note">
      <p>
        {name}: {peopleWords(count)}
        {known > 0 && `, ${known.toLocaleString("en")} of them in your contacts already`}.
      </p>
      {open.length > 0 && (
        <>
          <p>Not added as typed. Go back to put this right, or do it afterwards:</p>
          <ul className="list-disc ps-5">
            {open.slice(0, MOST_SHOWN).map(({ input, name: who, reason }) => (
              <li key={input} className="break">
                <strong className="font-medium">{who}</strong>: {reason}
              </li>
            ))}
            {open.length > MOST_SHOWN && <li>and {open.length - MOST_SHOWN} more</li>}
          </ul>
        </>
      )}
    </div>
  );
}
