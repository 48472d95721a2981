import { AssignRole } from "@/components/invitations/assign-dialog";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import type { Common } from "@/components/workspace/common";
import { unassignRoleAction } from "@/lib/actions/roles";
import type { RoleView } from "@/lib/domain/views";

type Props = Pick<Common, "at" | "may" | "holdSeconds"> & { role: RoleView; back: string };

/** What can be done about a role that somebody holds, after saying what that means. */
export function ChangeHolder({ at, may, holdSeconds, role, back }: Props) {
  const { holder } = role;
  if (!holder) return null;
  return (
    <div className="person-remove">
      <p>
        Whoever takes <bdi>{role.name}</bdi> over gets its open actions at once. <bdi>{holder.name}</bdi>{" "}
        stays a member, and what is completed stays theirs.
      </p>
      <div className="flex flex-wrap gap-2">
        <AssignRole
          at={at}
          role={role}
          isAdmin={may.isAdmin}
          holdSeconds={holdSeconds}
          label="Change person…"
        />
        <ActionForm action={unassignRoleAction.bind(null, at)}>
          <input type="hidden" name="role" value={role.id} />
          <input type="hidden" name="holder" value={holder.id} />
          <Submit>Unassign</Submit>
        </ActionForm>
        <ButtonLink href={back} data-still>
          Keep
        </ButtonLink>
      </div>
    </div>
  );
}
