import "./settings.css";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SettingsTabLink } from "@/components/settings/settings-tab";
import type { SettingsTab } from "@/lib/domain/settings";

type Props = { org: string; tabs: SettingsTab[]; children: ReactNode };

/** The settings' name, those of its parts that one may see, and the one that is open. */
export function SettingsFrame({ org, tabs, children }: Props) {
  const t = useTranslations("settings");
  return (
    <>
      <header className="head">
        <h1 className="shrink-0 text-14 font-semibold">{t("title")}</h1>
        <nav aria-label={t("title")} className="segments settings-tabs">
          {tabs.map((tab) => (
            <SettingsTabLink key={tab} href={`/${org}/settings/${tab}`}>
              {t(`tab.${tab}`)}
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
