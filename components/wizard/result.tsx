import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { AddedNote } from "@/components/wizard/added-note";
import { groupWords } from "@/components/wizard/added-words";
import { WizardFrame } from "@/components/wizard/wizard-frame";
import type { Added } from "@/lib/domain/added";
import type { GroupKind } from "@/lib/domain/groups";

type Props = {
  org: { slug: string; name: string };
  kind: GroupKind;
  /** Where another one is made. */
  path: string;
  added: Added;
  now: Date;
  children?: ReactNode;
};

/** What became of a group's people, who of them is sent nothing and why, and where to go from here. */
export function Result({ org, kind, path, added, now, children }: Props) {
  const t = useTranslations("wizard");
  return (
    <WizardFrame org={org.slug} kind={kind}>
      <AddedNote org={org.slug} added={added} words={groupWords(added, org.name, t)} now={now} />
      {added.unsent.length > 0 && (
        <ul className="note" aria-label={t("nothingSentTo")}>
          {added.unsent.map(({ name, reason }) => (
            <li key={name} className="break">
              <strong className="font-medium">{name}</strong>: {reason}
            </li>
          ))}
        </ul>
      )}
      {children}
      <div className="new-foot">
        <ButtonLink href={path}>{t(`kinds.${kind}.another`)}</ButtonLink>
        <ButtonLink href={`/${org.slug}/contacts/groups/${added.group}`}>
          {t(`kinds.${kind}.open`)}
        </ButtonLink>
      </div>
    </WizardFrame>
  );
}
