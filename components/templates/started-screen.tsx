import { useLocale, useTranslations } from "next-intl";
import { roleWords, startedWords } from "@/components/templates/started-words";
import { TemplateFrame } from "@/components/templates/template-frame";
import { ActionForm } from "@/components/ui/action-form";
import { Avatar, EmptyAvatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import { requestInternalAction, undoInviteAction } from "@/lib/actions/invitations";
import type { RoleOutcome, Started } from "@/lib/domain/template-views";
import { type Say, sayIn } from "@/lib/words/say";

type Props = { org: string; started: Started; command: string; now: Date };

/** What using a template made: the workspace, and of each role who has it or why nobody has. */
export function StartedScreen({ org, started, command, now }: Props) {
  const t = useTranslations("templates");
  const say = sayIn(useLocale());
  const { workspace, roles, heldUntil } = started;
  const path = `/${org}/w/${workspace.id}`;
  return (
    <TemplateFrame org={org} here={workspace.name}>
      <div className="template-use">
        <h1 className="text-20 font-semibold">
          <bdi>{workspace.name}</bdi>
        </h1>
        <p role="status" className="note break">
          {startedWords(started, t)}
        </p>
        {roles.length > 0 && (
          <ul className="timeline-list">
            {roles.map((role) => (
              <RoleItem key={role.role} at={{ org, workspace: workspace.id }} role={saidRole(role, say)} />
            ))}
          </ul>
        )}
        <div className="new-foot template-foot">
          {heldUntil && heldUntil > now && (
            <ActionForm
              action={undoInviteAction.bind(null, { org, workspace: workspace.id })}
              said={t("started.undone")}
              className="flex flex-wrap items-center gap-2"
            >
              <input type="hidden" name="command" value={command} />
              {started.sent > 0 && <Submit>{t("started.undo")}</Submit>}
            </ActionForm>
          )}
          <ButtonLink href={path} variant="primary">
            {t("started.open")}
          </ButtonLink>
        </div>
      </div>
    </TemplateFrame>
  );
}

/** What became of a role, its reasons in the reader's language. */
function saidRole(role: RoleOutcome, say: Say): RoleOutcome {
  const { reason, people } = role;
  const unsent = people?.unsent && { ...people.unsent, reasons: people.unsent.reasons.map(say) };
  return { ...role, reason: reason && say(reason), people: people && { ...people, unsent } };
}

function RoleItem({ at, role }: { at: { org: string; workspace: string }; role: RoleOutcome }) {
  const t = useTranslations("templates");
  const ofInvite = useTranslations("invite");
  const { role: id, name, holder, asked, askFor, request } = role;
  return (
    <li className="template-row">
      <div className="flex min-w-0 items-center gap-3">
        {holder ? <Avatar id={id} name={holder} /> : <EmptyAvatar />}
        <div className="min-w-0">
          <p className="break font-medium">{name}</p>
          <p className="hint break">{roleWords(role, t)}</p>
        </div>
      </div>
      {!holder && (
        <ButtonLink
          href={`/${at.org}/w/${at.workspace}?panel=members&role=${id}#role-${id}`}
          aria-label={t("started.assignRole", { role: name })}
        >
          {t("started.assign")}
        </ButtonLink>
      )}
      {askFor && !request && (
        <ActionForm
          action={requestInternalAction.bind(null, at)}
          said={ofInvite("offers.asked", { address: askFor })}
          className="col-span-full flex flex-wrap items-center justify-end gap-2"
        >
          <input type="hidden" name="address" value={askFor} />
          <input type="hidden" name="role" value={id} />
          <Submit aria-label={t("started.requestFor", { asked, role: name })}>{ofInvite("request")}</Submit>
        </ActionForm>
      )}
    </li>
  );
}
