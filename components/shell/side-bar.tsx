import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavLink } from "@/components/shell/nav-link";
import { buttonClass } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { invoke } from "@/components/ui/invoke";
import { Kbd } from "@/components/ui/kbd";
import { tintClass } from "@/components/ui/tint";

type Props = {
  org: { slug: string; name: string };
  isInternal: boolean;
  isAdmin: boolean;
  mailbox: boolean;
  children: ReactNode;
};

/** On phones these stand under "More". */
const WIDE_ONLY = "max-sm:hidden";

/** The main navigation: the organization (leads to the others one belongs to), its screens, the person. */
export function SideBar({ org, isInternal, isAdmin, mailbox, children }: Props) {
  const t = useTranslations("shell");
  return (
    <nav className="side" aria-label={t("main")}>
      <a href="/" className="side-org">
        <span aria-hidden className={`avatar ${tintClass(org.slug)}`}>
          {org.name[0]}
        </span>
        <span className="truncate">{org.name}</span>
      </a>
      <form action={`/${org.slug}/timeline`} data-commands={org.slug} className={WIDE_ONLY}>
        <button
          type="submit"
          aria-haspopup="dialog"
          aria-keyshortcuts="Control+K Meta+K"
          className="side-item w-full"
        >
          <Entry icon="find" words={t("search")} keys="Ctrl K" />
        </button>
      </form>
      <Screen path={`/${org.slug}/timeline`} icon="timeline" words={t("timeline")} keys="G T" />
      {isInternal && (
        <>
          <Screen path={`/${org.slug}/contacts`} icon="members" words={t("contacts")} keys="G C" />
          <Screen path={`/${org.slug}/invitations`} icon="invite" words={t("invitations")} keys="G I" />
          <Screen path={`/${org.slug}/templates`} icon="template" words={t("templates")} isWideOnly />
        </>
      )}
      {isAdmin && (
        <Screen path={`/${org.slug}/outbox`} icon="outbox" words={t("outbox")} keys="G O" isWideOnly />
      )}
      {isInternal && (
        <Screen path={`/${org.slug}/settings`} icon="settings" words={t("settings")} isWideOnly />
      )}
      {mailbox && (
        <a href="/mailbox" className={`side-item ${WIDE_ONLY}`}>
          <Entry icon="inbox" words={t("mailbox")} />
        </a>
      )}
      <div className="side-foot">
        {children}
        <button
          type="button"
          data-key="?"
          aria-label={t("shortcuts")}
          className={`side-help ${buttonClass({ variant: "ghost", isIcon: true })}`}
          {...invoke("show-modal", "shortcuts")}
        >
          <Icon name="help" />
        </button>
      </div>
    </nav>
  );
}

type EntryProps = { icon: IconName; words: string; keys?: string };

function Screen({ path, isWideOnly, ...entry }: EntryProps & { path: string; isWideOnly?: boolean }) {
  return (
    <NavLink href={path} className={isWideOnly ? WIDE_ONLY : ""} dataKey={entry.keys?.toLowerCase()}>
      <Entry {...entry} />
    </NavLink>
  );
}

function Entry({ icon, words, keys }: EntryProps) {
  return (
    <>
      <Icon name={icon} />
      <span>{words}</span>
      {keys && (
        <span aria-hidden className="side-keys">
          <Kbd keys={keys} />
        </span>
      )}
    </>
  );
}
