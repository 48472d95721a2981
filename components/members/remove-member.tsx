import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import { removeMemberAction } from "@/lib/actions/members";

type Props = { at: { org: string; workspace: string }; contactId: string; name: string; back: string };

/** Takes somebody out of the workspace, after saying what that means. */
export function RemoveMember({ at, contactId, name, back }: Props) {
  return (
    <ActionForm action={removeMemberAction.bind(null, at)} className="person-remove">
      <input type="hidden" name="contact" value={contactId} />
      <p>
        <bdi>{name}</bdi> loses access at once. Roles they hold become unassigned; the actions stay.
      </p>
      <p className="flex flex-wrap gap-2">
        <Submit variant="danger">Remove from workspace</Submit>
        <ButtonLink href={back} data-still>
          Keep
        </ButtonLink>
      </p>
    </ActionForm>
  );
}
