import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import { removeGroupAction } from "@/lib/actions/members";

type Props = { at: { org: string; workspace: string }; groupId: string; name: string; back: string };

/** Takes a group out of the workspace, after saying what that means. */
export function RemoveGroup({ at, groupId, name, back }: Props) {
  return (
    <ActionForm action={removeGroupAction.bind(null, at)} className="person-remove">
      <input type="hidden" name="group" value={groupId} />
      <p>
        Everybody who is here only through <bdi>{name}</bdi> loses access at once. Roles it holds become
        unassigned; the actions stay.
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
