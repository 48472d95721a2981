import { useTranslations } from "next-intl";
import { TroubleStrip } from "@/components/delivery/trouble-strip";
import { InviteButton, InviteForm } from "@/components/invitations/invite-button";
import { InvitationActions } from "@/components/invitations/not-joined-actions";
import { ResendToAll } from "@/components/invitations/resend-to-all";
import { SecondLook } from "@/components/invitations/second-look";
import { MemberFilter } from "@/components/members/member-filter";
import { MemberList } from "@/components/members/member-list";
import { PanelFocus } from "@/components/members/panel-focus";
import { Requests } from "@/components/members/requests";
import { RoleList } from "@/components/members/role-list";
import type { Seen } from "@/components/members/seen";
import { Undelivered } from "@/components/members/undelivered";
import { UndoNotice } from "@/components/members/undo-notice";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Pages } from "@/components/ui/pages";
import { withQuery } from "@/components/ui/query";
import type { Common } from "@/components/workspace/common";
import {
  cancelInvitationAction,
  changeAddressAction,
  copyInviteLinkAction,
  replaceLinkAction,
  resendInvitationAction,
  resumeRemindersAction,
  stopRemindersAction,
} from "@/lib/actions/invitations";
import { decideRequestsAction } from "@/lib/actions/join-requests";
import { resendAllAction } from "@/lib/actions/resend-all";
import type { Trouble } from "@/lib/domain/delivery-health";
import type { GroupSuggestion } from "@/lib/domain/group-suggestions";
import type { RequestsView } from "@/lib/domain/join-views";
import type { MembersPage } from "@/lib/domain/member-views";
import type { UndoableView } from "@/lib/domain/undoable-views";

/** From this many members on there is something to search. */
const FILTER_FROM = 12;

/** `groups`: what the form without script offers. */
type Props = Common & {
  page: MembersPage;
  requests: RequestsView | null;
  undoable: UndoableView | null;
  seen: Seen;
  groups: GroupSuggestion[];
  /** What keeps messages from leaving. */
  troubles: Trouble[];
};

/** Everybody in the workspace, beside the work: roles first, then internal users and clients. */
export function MembersPanel(props: Props) {
  const { at, view, may, holdSeconds, page, requests, undoable, seen, clock, groups, troubles } = props;
  const t = useTranslations("members");
  const invite = useTranslations("invite");
  const ui = useTranslations("ui");
  const path = `/${at.org}/w/${at.workspace}`;
  const isNarrowed = Boolean(seen.find || seen.show);
  const isWhole = !isNarrowed && !seen.after;
  const list = { panel: "members", find: seen.find, show: seen.show };
  const held = view.roles.find(({ id }) => id === seen.held);
  return (
    <aside aria-label={t("title")} className="contents">
      <a href={path} data-still tabIndex={-1} aria-label={t("backToWork")} className="panel-scrim">
        {" "}
      </a>
      <div className="panel">
        <div className="panel-top">
          <header className="panel-head">
            <h2>
              {t("title")}{" "}
              <span className="panel-count">{page.total > 1000 ? t("manyCount") : page.total}</span>
            </h2>
            <a
              href={path}
              data-still
              aria-label={ui("close")}
              data-close
              data-key="m"
              className={buttonClass({ variant: "ghost", isIcon: true })}
            >
              <Icon name="close" />
            </a>
          </header>
          <UndoNotice at={at} act={undoable} />
        </div>
        <TroubleStrip troubles={troubles} clock={clock} />
        <Undelivered path={path} seen={seen} count={page.undelivered} />
        {may.invite && (
          <div className="panel-invite" data-key="i">
            {seen.invite && !seen.role ? (
              <InviteForm at={at} roles={view.roles} groups={groups} />
            ) : (
              <InviteButton
                at={at}
                roles={view.roles}
                isAdmin={may.isAdmin}
                holdSeconds={holdSeconds}
                label={invite("inviteMembers")}
                variant="panel"
              />
            )}
          </div>
        )}
        {(page.total >= FILTER_FROM || isNarrowed) && (
          <MemberFilter path={path} seen={seen} notJoined={page.notJoined} />
        )}
        {isWhole && <RoleList {...props} />}
        <InvitationActions
          resend={resendInvitationAction.bind(null, at)}
          copy={copyInviteLinkAction.bind(null, at)}
          replace={replaceLinkAction.bind(null, at)}
          change={changeAddressAction.bind(null, at)}
          cancel={cancelInvitationAction.bind(null, at)}
          stop={stopRemindersAction.bind(null, at)}
          resume={resumeRemindersAction.bind(null, at)}
          resendAll={resendAllAction.bind(null, at)}
        >
          <MemberList {...props} isWhole={isWhole && !page.next} />
          {may.resend && page.notJoined > 0 && (
            <SecondLook count={page.notJoined} className="panel-filter">
              <ResendToAll label={invite("resendAll.all")} />
            </SecondLook>
          )}
        </InvitationActions>
        <Requests
          path={path}
          query={list}
          view={requests}
          open={seen.request}
          roles={view.roles}
          isAdmin={may.isAdmin}
          heading="h3"
          clock={clock}
          action={decideRequestsAction.bind(null, at)}
        />
        <Pages
          start={seen.after && withQuery(path, list)}
          next={page.next && withQuery(path, { ...list, after: page.next })}
          isStill
          className="p-4"
        />
        <PanelFocus key={seen.held} row={rowOf(seen)} holder={held?.holder?.id} />
      </div>
    </aside>
  );
}

/** The row that the panel was opened at. */
function rowOf({ person, held, role }: Seen): string | undefined {
  if (person) return `person-${person}`;
  const id = held ?? role;
  return id && `role-${id}`;
}
