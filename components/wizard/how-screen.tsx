import { useLocale, useTranslations } from "next-intl";
import { HowForm } from "@/components/wizard/how-form";
import type { Keep } from "@/components/wizard/use-left";
import type { WizardAction } from "@/components/wizard/use-wizard-form";
import { WizardFrame } from "@/components/wizard/wizard-frame";
import { firstName, valuesOf } from "@/components/wizard/wizard-words";
import type { PersonKind } from "@/lib/domain/draft-details";
import type { Draft } from "@/lib/domain/drafts";
import type { Preview } from "@/lib/domain/group-preview";
import type { HowOptions } from "@/lib/domain/wizard-options";
import { sayIn } from "@/lib/words/say";

type Props = {
  org: string;
  draft: Draft;
  person: PersonKind | null;
  options: HowOptions;
  choose: WizardAction;
  keep: Keep;
};

/** Second step: what is to happen with who was described in the first. */
export function HowScreen({ org, draft, person, options, choose, keep }: Props) {
  const t = useTranslations("wizard");
  const { workspaces, contact, alike, preview } = options;
  const name = contact?.name ?? draft.details.name;
  return (
    <WizardFrame org={org} kind={draft.kind} step={2}>
      {contact && <p className="note">{t("useKnown", { name: contact.name })}</p>}
      {preview && <PreviewNote name={name} preview={preview} />}
      <HowForm
        org={org}
        draft={draft.id}
        name={person ? firstName(name) : name}
        sends={preview && { ...preview.sends, quiet: 0, known: preview.known }}
        person={person}
        alike={alike}
        workspaces={workspaces}
        choose={choose}
        keep={keep}
        kept={valuesOf(draft.choice ?? {})}
      />
    </WizardFrame>
  );
}

const MOST_SHOWN = 20;

/** Who will be in the group, who will not, and whose name no message may carry, each with the reason. */
function PreviewNote({ name, preview }: { name: string; preview: Preview }) {
  const t = useTranslations("wizard");
  const invite = useTranslations("invite");
  const say = sayIn(useLocale());
  const { count, known } = preview;
  const open = [
    ...preview.open.map(({ reason, ...one }) => ({ ...one, reason: reason && say(reason) })),
    ...preview.unnamed.map((input) => ({ input, name: input, reason: invite("people.nameLeftOut") })),
  ];
  return (
    <div className="note">
      <p>{known > 0 ? t("previewKnown", { name, count, known }) : t("preview", { name, count })}</p>
      {open.length > 0 && (
        <>
          <p>{t("previewOpen")}</p>
          <ul className="list-disc ps-5">
            {open.slice(0, MOST_SHOWN).map(({ input, name: who, reason }) => (
              <li key={input} className="break">
                <strong className="font-medium">{who}</strong>: {reason}
              </li>
            ))}
            {open.length > MOST_SHOWN && <li>{t("andMore", { count: open.length - MOST_SHOWN })}</li>}
          </ul>
        </>
      )}
    </div>
  );
}
