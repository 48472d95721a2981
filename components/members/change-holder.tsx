import { AssignRole } from "@/components/invitations/assign-dialog";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import type { Common } from "@/components/workspace/common";
import { unassignRoleAction } from "@/lib/actions/roles";
import type { RoleView } from "@/lib/domain/views";

type Props = Pick<Common, "at" | "may" | "holdSeconds"> & { role: RoleView; label: string; back: string };

/** What can be done about who holds a role, after saying what that means. */
export function ChangeHolder({ at, may, holdSeconds, role, label, back }: Props) {
  const { holder } = role;
  return (
    <div className="person-remove">
      {holder ? (
        <p>
          Whoever takes <bdi>{role.name}</bdi> over gets its open actions at once. <bdi>{holder.name}</bdi>{" "}
          stays a member, and what is completed stays theirs.
        </p>
      ) : (
        <p>Nobody holds this role. Its actions wait.</p>
      )}
      <div className="flex flex-wrap gap-2">
        <AssignRole
          at={at}
          role={role}
          isAdmin={may.isAdmin}
          holdSeconds={holdSeconds}
          label={holder ? "Change person…" : label}
        />
        {holder && (
          <ActionForm action={unassignRoleAction.bind(null, at)}>
            <input type="hidden" name="role" value={role.id} />
            <input type="hidden" name="holder" value={holder.id} />
            <Submit>Unassign</Submit>
          </ActionForm>
        )}
        <ButtonLink href={back} data-still>
          {holder ? "Keep" : "Close"}
        </ButtonLink>
      </div>
    </div>
  );
}
