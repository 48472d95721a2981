import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import { removeMemberAction } from "@/lib/actions/members";
import type { RoleView } from "@/lib/domain/views";

type Props = {
  at: { org: string; workspace: string };
  contactId: string;
  name: string;
  /** What they hold, and would no longer. */
  roles: RoleView[];
  back: string;
};

const actionsOf = ({ openActions: { length } }: RoleView) =>
  length > 0 ? ` (${length} open ${length === 1 ? "action" : "actions"})` : "";

/** Takes somebody out of the workspace, after saying what that means. */
export function RemoveMember({ at, contactId, name, roles, back }: Props) {
  return (
    <ActionForm action={removeMemberAction.bind(null, at)} className="person-remove">
      <input type="hidden" name="contact" value={contactId} />
      <p>
        <bdi>{name}</bdi> loses access at once.
      </p>
      {roles.map((role) => (
        <p key={role.id}>
          <bdi>{role.name}</bdi>
          {actionsOf(role)} becomes unassigned; the actions stay.{" "}
          <a
            href={withQuery(`/${at.org}/w/${at.workspace}`, { panel: "members", held: role.id })}
            data-still
            className="link"
          >
            Hand over <bdi>{role.name}</bdi>
          </a>
        </p>
      ))}
      <p className="flex flex-wrap gap-2">
        <Submit variant="danger">Remove from workspace</Submit>
        <ButtonLink href={back} data-still>
          Keep
        </ButtonLink>
      </p>
    </ActionForm>
  );
}
