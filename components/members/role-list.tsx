import { AssignRole } from "@/components/invitations/assign-dialog";
import { Avatar, EmptyAvatar } from "@/components/ui/avatar";
import type { Common } from "@/components/workspace/common";
import type { RoleView } from "@/lib/domain/views";

function holderWords({ holder, openActions }: RoleView): string {
  const count = openActions.length;
  const work = count > 0 ? ` · ${count} ${count === 1 ? "action" : "actions"}` : "";
  return (holder?.name ?? "Unassigned") + work;
}

/** The workspace's roles and who holds them; unassigned ones with "Assign". */
export function RoleList({ at, view, may, holdSeconds, seen }: Common & { seen: { role?: string } }) {
  if (view.roles.length === 0) return null;
  return (
    <section aria-labelledby="panel-roles">
      <h3 id="panel-roles" className="panel-heading">
        Roles
      </h3>
      <ul>
        {view.roles.map((role) => (
          <li
            key={role.id}
            id={`role-${role.id}`}
            className="person"
            data-row
            tabIndex={-1}
            data-marked={role.id === seen.role || undefined}
          >
            {role.holder ? <Avatar id={role.holder.id} name={role.holder.name} /> : <EmptyAvatar />}
            <div className="person-words">
              <p className="person-name">
                <bdi>{role.name}</bdi>
              </p>
              <p className="person-facts">
                <bdi>{holderWords(role)}</bdi>
              </p>
            </div>
            {!role.holder && may.assign && (
              <AssignRole at={at} role={role} isAdmin={may.isAdmin} holdSeconds={holdSeconds} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
