import { useTranslations } from "next-intl";
import { InviteButton } from "@/components/invitations/invite-button";
import { Faces } from "@/components/timeline/faces";
import { Crumbs } from "@/components/ui/crumbs";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuLink } from "@/components/ui/menu";
import { type Common, linkPath, panelPath } from "@/components/workspace/common";
import { RoleIcons } from "@/components/workspace/role-icons";

/** The form whose dialog stays open in the head, whichever button opened it. */
export const INVITE_FORM = "invite-members";

/** Where one is, who fills which role, who is here, the '…' menu, and one primary act. */
export function WorkspaceHead({
  at,
  view,
  may,
  holdSeconds,
  isPanelOpen,
}: Common & { isPanelOpen: boolean }) {
  const t = useTranslations("workspace");
  const ui = useTranslations("ui");
  const panel = panelPath(at);
  const path = `/${at.org}/w/${at.workspace}`;
  const isAlone = view.memberCount === 1;
  return (
    <header className="head">
      <Crumbs trail={[{ name: t("timeline"), path: `/${at.org}/timeline` }]} here={view.name} />
      <RoleIcons roles={view.roles} panel={panel} mayAssign={may.assign} />
      <a
        href={isPanelOpen ? path : panel}
        data-still
        aria-label={t("members")}
        aria-expanded={isPanelOpen}
        data-key={isPanelOpen ? undefined : "m"}
        className="reach head-members"
      >
        <Faces faces={view.faces} count={view.memberCount} />
      </a>
      <Menu id="workspace-menu" label={ui("more")} icon={<Icon name="more" />}>
        <MenuLink href={panel} data-still>
          <Icon name="members" />
          {t("members")}
        </MenuLink>
        {may.invite && (
          <MenuLink href={panel} data-still data-opens="i">
            <Icon name="invite" />
            {t("inviteMembers")}
          </MenuLink>
        )}
        {may.link && (
          <MenuLink href={linkPath(at)} data-key="l">
            <Icon name="link" />
            {t("workspaceLink")}
          </MenuLink>
        )}
        {may.remind && (
          <MenuLink href={`${path}/reminders`}>
            <Icon name="timeline" />
            {t("reminders")}
          </MenuLink>
        )}
        {may.remind && (
          <MenuLink href={`/${at.org}/templates/new?from=${at.workspace}`}>
            <Icon name="template" />
            {t("saveAsTemplate")}
          </MenuLink>
        )}
        {may.manage && (
          <MenuLink href={`${path}/settings`}>
            <Icon name="settings" />
            {t("settings")}
          </MenuLink>
        )}
        {may.manage && !view.archived && (
          <MenuLink href={`${path}/settings#archive`}>
            <Icon name="inbox" />
            {t("archive")}
          </MenuLink>
        )}
      </Menu>
      {may.invite && !isPanelOpen && (
        <span data-key={isAlone ? undefined : "i"} className={isAlone ? "contents" : "head-invite"}>
          <InviteButton
            id={INVITE_FORM}
            isOffered={!isAlone}
            at={at}
            roles={view.roles}
            isAdmin={may.isAdmin}
            holdSeconds={holdSeconds}
            label={t("inviteMembers")}
          />
        </span>
      )}
    </header>
  );
}
