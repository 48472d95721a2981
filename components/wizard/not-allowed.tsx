import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { WizardFrame } from "@/components/wizard/wizard-frame";
import { contactsPath } from "@/components/wizard/wizard-words";
import type { DraftKind } from "@/lib/domain/draft-details";
import { sayIn } from "@/lib/words/say";

type Props = {
  org: string;
  kind: DraftKind;
  reason: string;
  admins: { id: string; name: string; email: string | null }[];
};

/** In place of the wizard for who may not use it: why, and whom to ask. */
export function NotAllowed({ org, kind, reason, admins }: Props) {
  const t = useTranslations("wizard");
  const say = sayIn(useLocale());
  return (
    <WizardFrame org={org} kind={kind}>
      <p className="note">{say(reason)}</p>
      <section className="field" aria-labelledby="ask">
        <h2 id="ask" className="how-question">
          {t("askAdmin")}
        </h2>
        <ul className="field">
          {admins.map(({ id, name, email }) => (
            <li key={id} className="break">
              {name}
              {email && (
                <>
                  {" · "}
                  <a className="link" href={`mailto:${email}`}>
                    {email}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      <div className="new-foot">
        <ButtonLink href={contactsPath(org, kind)}>{t("backToContacts")}</ButtonLink>
      </div>
    </WizardFrame>
  );
}
