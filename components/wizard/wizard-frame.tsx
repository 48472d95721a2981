import "./wizard.css";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
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
        <nav aria-label="Where you are" className="crumbs">
          <a href={contactsPath(org, kind)}>Contacts</a>
          <span aria-hidden>/</span>
          <span aria-current="page">{title}</span>
        </nav>
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
