import "./wizard.css";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { Icon } from "@/components/ui/icon";
import { contactsPath, wizardWords } from "@/components/wizard/wizard-words";
import type { DraftKind } from "@/lib/domain/draft-details";

type Props = { org: string; kind: DraftKind; step?: 1 | 2; children: ReactNode };

/** What every step of the wizard stands in. */
export function WizardFrame({ org, kind, step, children }: Props) {
  const { title } = wizardWords[kind];
  return (
    <>
      <header className="head">
        <Crumbs trail={[{ name: "Contacts", path: contactsPath(org, kind) }]} here={title} />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="wizard">
          <div className="wizard-head">
            <h1 className="text-20 font-semibold">{title}</h1>
            {step && <span className="hint">Step {step} of 2</span>}
            <a
              href={contactsPath(org, kind)}
              aria-label="Close"
              className={buttonClass({ variant: "ghost", isIcon: true })}
            >
              <Icon name="close" />
            </a>
          </div>
          {children}
        </div>
      </main>
    </>
  );
}
