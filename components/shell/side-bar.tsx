import type { ReactNode } from "react";
import { NavLink } from "@/components/shell/nav-link";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
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
  return (
    <nav className="side" aria-label="Main">
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
          <Icon name="find" />
          <span>Search</span>
          <span aria-hidden className="side-keys">
            <Kbd keys="Ctrl K" />
          </span>
        </button>
      </form>
      <NavLink href={`/${org.slug}/timeline`} dataKey="g t">
        <Icon name="timeline" />
        <span>Timeline</span>
        <span aria-hidden className="side-keys">
          <Kbd keys="G T" />
        </span>
      </NavLink>
      {isInternal && (
        <NavLink href={`/${org.slug}/contacts`} dataKey="g c">
          <Icon name="members" />
          <span>Contacts</span>
          <span aria-hidden className="side-keys">
            <Kbd keys="G C" />
          </span>
        </NavLink>
      )}
      {isInternal && (
        <NavLink href={`/${org.slug}/invitations`} dataKey="g i">
          <Icon name="invite" />
          <span>Invitations</span>
          <span aria-hidden className="side-keys">
            <Kbd keys="G I" />
          </span>
        </NavLink>
      )}
      {isInternal && (
        <NavLink href={`/${org.slug}/templates`} className={WIDE_ONLY}>
          <Icon name="template" />
          <span>Templates</span>
        </NavLink>
      )}
      {isAdmin && (
        <NavLink href={`/${org.slug}/outbox`} className={WIDE_ONLY} dataKey="g o">
          <Icon name="outbox" />
          <span>Outbox</span>
          <span aria-hidden className="side-keys">
            <Kbd keys="G O" />
          </span>
        </NavLink>
      )}
      {isInternal && (
        <NavLink href={`/${org.slug}/settings`} className={WIDE_ONLY}>
          <Icon name="settings" />
          <span>Settings</span>
        </NavLink>
      )}
      {mailbox && (
        <a href="/mailbox" className={`side-item ${WIDE_ONLY}`}>
          <Icon name="inbox" />
          <span>Mailbox</span>
        </a>
      )}
      <div className="side-foot">
        {children}
        <button
          type="button"
          data-key="?"
          aria-label="Keyboard shortcuts"
          className={`side-help ${buttonClass({ variant: "ghost", isIcon: true })}`}
          {...invoke("show-modal", "shortcuts")}
        >
          <Icon name="help" />
        </button>
      </div>
    </nav>
  );
}
