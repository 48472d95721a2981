import "./settings.css";
import type { ReactNode } from "react";
import { SettingsTabLink } from "@/components/settings/settings-tab";
import type { SettingsTab } from "@/lib/domain/settings";

const words: Record<SettingsTab, string> = {
  general: "General",
  invitations: "Invitations",
  delivery: "Delivery",
  notices: "Notices",
};

type Props = { org: string; tabs: SettingsTab[]; children: ReactNode };

/** The settings' name, those of its parts that one may see, and the one that is open. */
export function SettingsFrame({ org, tabs, children }: Props) {
  return (
    <>
      <header className="head">
        <h1 className="shrink-0 text-14 font-semibold">Settings</h1>
        <nav aria-label="Settings" className="segments settings-tabs">
          {tabs.map((tab) => (
            <SettingsTabLink key={tab} href={`/${org}/settings/${tab}`}>
              {words[tab]}
            </SettingsTabLink>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="settings">{children}</div>
      </main>
    </>
  );
}
