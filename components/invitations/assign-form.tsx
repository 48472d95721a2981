import { useTranslations } from "next-intl";
import { useState } from "react";
import { PeopleField } from "@/components/people-field/people-field";
import { usePeople } from "@/components/people-field/use-people";
import { bdi } from "@/components/ui/bdi";
import { late } from "@/components/ui/late";
import { assignRoleAction } from "@/lib/actions/roles";
import type { RoleView } from "@/lib/domain/views";
import { actionWords } from "./invite-effects";
import type { Place } from "./invite-notice";
import { offersFor, useSending } from "./invite-sending";
import { InviteWindow } from "./invite-window";

type Props = {
  at: Place;
  role: RoleView;
  isAdmin: boolean;
  holdSeconds: number;
  from: string;
  onClose: () => void;
};

/**
 * The dialog of a role, open while it is in the page: one person, who gets the role's actions. Choosing somebody
 * from the list gives them the role in the same act. It acts upon the holder that it showed when it was opened.
 */
export const AssignRoleWindow = late(function AssignRoleWindow({
  at,
  role: given,
  isAdmin,
  holdSeconds,
  from,
  onClose,
}: Props) {
  const [role] = useState(given);
  const people = usePeople(at, 1);
  const t = useTranslations("invite");
  const verb = role.holder ? "handOver" : "assign";
  const { submit, isSending, trouble, undo } = useSending({
    at,
    from,
    people,
    action: (form) => assignRoleAction(at, null, form),
    assigned: role,
    withMembers: true,
    holdSeconds,
    onDone: () => {
      onClose();
      focusRole(role.id);
    },
  });
  return (
    <InviteWindow
      title={t.rich(`${verb}Role`, { role: role.name, b: bdi })}
      count={people.chips.list.length}
      onClose={onClose}
      onSubmit={submit}
      trouble={trouble}
      undo={undo}
      isSending={isSending}
      submitLabel={t(verb)}
    >
      <PeopleField
        at={at}
        people={people}
        isAdmin={isAdmin}
        audience={role.audience}
        withMembers
        role={role.id}
        onChosen={() => people.input.current?.form?.requestSubmit()}
        hint={t(`findOne.${role.audience}`)}
        {...offersFor({ people, at, mayBeClient: role.audience !== "internal", role: role.id })}
      />
      <p className="invite-effect">{actionWords(role.openActions, t)}</p>
      {role.holder && (
        <p className="invite-effect">{t.rich("holdsNow", { name: role.holder.name, b: bdi })}</p>
      )}
    </InviteWindow>
  );
});

/** The button that had the focus is gone once the role is held: the role's row takes it. */
function focusRole(id: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(`role-${id}`)?.focus();
  });
}
