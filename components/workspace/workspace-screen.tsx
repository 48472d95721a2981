import { useTranslations } from "next-intl";
import { InviteOpener } from "@/components/invitations/invite-button";
import { boundAt } from "@/components/ui/bound-at";
import { ButtonLink } from "@/components/ui/button";
import { ActionList } from "@/components/workspace/action-list";
import { ActivityList } from "@/components/workspace/activity-list";
import { ArchivedBanner } from "@/components/workspace/archived-banner";
import { type Common, type Editing, editPath, linkPath, panelPath } from "@/components/workspace/common";
import { EditFlow } from "@/components/workspace/edit-flow";
import { INVITE_FORM, WorkspaceHead } from "@/components/workspace/workspace-head";
import { WorkspaceTitle } from "@/components/workspace/workspace-title";
import { restoreWorkspaceAction } from "@/lib/actions/workspaces";

/** The workspace: head with roles and members, the flow, and what happened. `moreOffers`: own open invitations. */
export function WorkspaceScreen({
  isPanelOpen,
  moreOffers,
  editing,
  ...common
}: Common & { isPanelOpen: boolean; moreOffers: number; editing?: Editing }) {
  const { at, view, may, clock } = common;
  const t = useTranslations("workspace");
  const unassigned = view.roles.filter((role) => !role.holder).length;
  return (
    <>
      <WorkspaceHead {...common} isPanelOpen={isPanelOpen} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, may hold nothing to focus, and Safari scrolls by keys only what has the focus. */}
      <main id="main" tabIndex={0} className="work">
        <div className="flow">
          <div className="flow-main">
            <WorkspaceTitle view={view} clock={clock} />
            <p role="status" data-said className="sr-only" />
            {view.archived && (
              <ArchivedBanner
                archived={view.archived}
                clock={clock}
                restore={may.manage ? boundAt(restoreWorkspaceAction, at) : null}
              />
            )}
            {moreOffers > 0 && (
              <p className="note flow-banner">
                <span>{t("moreOffers", { count: moreOffers })}</span>
                <a href="/" className="reach link font-medium">
                  {t("seeInvitations")}
                </a>
              </p>
            )}
            {view.asking > 0 && !isPanelOpen && (
              <p className="note flow-banner">
                <span>{t("asking", { count: view.asking })}</span>
                <a href={`${panelPath(at)}#requests`} className="reach link font-medium">
                  {t("answerRequests")}
                </a>
              </p>
            )}
            {may.assign && unassigned > 0 && !view.completedAt && (
              <p className="note flow-banner">
                <span>{t("needPeople", { count: unassigned })}</span>
                <a href={panelPath(at)} data-still className="reach link font-medium">
                  {t("assign")}
                </a>
              </p>
            )}
            {may.invite && view.memberCount === 1 && !isPanelOpen && (
              <section className="flow-alone" data-key="i">
                <p>{t("alone")}</p>
                <InviteOpener form={INVITE_FORM} label={t("inviteMembers")} />
                {may.link && <ButtonLink href={linkPath(at)}>{t("workspaceLink")}</ButtonLink>}
              </section>
            )}
            {may.edit && <EditLink at={at} isOpen={editing !== undefined} />}
            {editing ? <EditFlow {...common} editing={editing} /> : <ActionList {...common} />}
          </div>
          <ActivityList items={view.activity} clock={clock} />
        </div>
      </main>
    </>
  );
}

/** Opens the flow's editor, or leaves it. */
function EditLink({ at, isOpen }: { at: Common["at"]; isOpen: boolean }) {
  const t = useTranslations("workspace");
  return (
    <p className="flow-edit">
      <ButtonLink href={isOpen ? `/${at.org}/w/${at.workspace}` : editPath(at)} data-still size="small">
        {isOpen ? t("done") : t("editFlow")}
      </ButtonLink>
    </p>
  );
}
