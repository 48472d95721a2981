import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Listeners } from "@/components/shell/listeners";
import { type Person, PersonMenu } from "@/components/shell/person-menu";
import { shellWords } from "@/components/shell/shell-words";
import { ShortcutsDialog } from "@/components/shell/shortcuts-dialog";
import { SideBar } from "@/components/shell/side-bar";
import type { Preferences } from "@/lib/preferences";

type Props = {
  org: { slug: string; name: string };
  person: Person;
  isInternal: boolean;
  isAdmin: boolean;
  mailbox: boolean;
  preferences: Preferences;
  children: ReactNode;
};

/** Everything round a page: skip link, side bar (a bar at the bottom on phones), the sheet the page lies on. */
export function Shell({ org, person, isInternal, isAdmin, mailbox, preferences, children }: Props) {
  const t = useTranslations("shell");
  const screens = [
    ...(isInternal
      ? [{ href: `/${org.slug}/templates`, name: t("templates"), icon: "template" as const }]
      : []),
    ...(isAdmin ? [{ href: `/${org.slug}/outbox`, name: t("outbox"), icon: "outbox" as const }] : []),
    ...(isInternal
      ? [{ href: `/${org.slug}/settings`, name: t("settings"), icon: "settings" as const }]
      : []),
    ...(mailbox ? [{ href: "/mailbox", name: t("mailbox"), icon: "inbox" as const }] : []),
    { href: "/", name: t("organizations"), icon: "organizations" as const },
  ];
  return (
    <div className="shell" lang={useLocale()} data-words={JSON.stringify(shellWords(t))}>
      <a href="#main" className="skip">
        {t("skip")}
      </a>
      <SideBar org={org} isInternal={isInternal} isAdmin={isAdmin} mailbox={mailbox}>
        <PersonMenu org={org.slug} person={person} theme={preferences.theme} screens={screens} />
      </SideBar>
      <div className="sheet">{children}</div>
      <ShortcutsDialog isInternal={isInternal} isAdmin={isAdmin} isOn={preferences.hasShortcuts} />
      <Listeners hasShortcuts={preferences.hasShortcuts} />
    </div>
  );
}
