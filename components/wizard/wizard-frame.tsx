import "./wizard.css";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { Icon } from "@/components/ui/icon";
import { Words } from "@/components/ui/words";
import { contactsPath } from "@/components/wizard/wizard-words";
import type { DraftKind } from "@/lib/domain/draft-details";

type Props = { org: string; kind: DraftKind; step?: 1 | 2; children: ReactNode };

/** What every step of the wizard stands in. */
export function WizardFrame({ org, kind, step, children }: Props) {
  const t = useTranslations("wizard");
  const ui = useTranslations("ui");
  const isPerson = kind === "client" || kind === "internal";
  const title = t(`kinds.${kind}.title`);
  return (
    <Words of={isPerson ? ["wizard"] : ["wizard", "invite"]}>
      <header className="head">
        <Crumbs trail={[{ name: t("contacts"), path: contactsPath(org, kind) }]} here={title} />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="wizard">
          <div className="wizard-head">
            <h1 className="text-20 font-semibold">{title}</h1>
            {step && <span className="hint">{t("step", { step })}</span>}
            <a
              href={contactsPath(org, kind)}
              aria-label={ui("close")}
              className={buttonClass({ variant: "ghost", isIcon: true })}
            >
              <Icon name="close" />
            </a>
          </div>
          {children}
        </div>
      </main>
    </Words>
  );
}
