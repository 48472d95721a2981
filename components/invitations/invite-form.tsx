import { useTranslations } from "next-intl";
import { useState } from "react";
import { effectWords, inviteLabel, sendable } from "@/components/people-field/chip-words";
import { PeopleField } from "@/components/people-field/people-field";
import { usePeople } from "@/components/people-field/use-people";
import { late } from "@/components/ui/late";
import { linkPath } from "@/components/workspace/common";
import { inviteMembersAction } from "@/lib/actions/invitations";
import { shapeOf } from "@/lib/domain/recipient-shape";
import type { RoleView } from "@/lib/domain/views";
import type { Place } from "./invite-notice";
import { InviteOptions } from "./invite-options";
import { offersFor, useSending } from "./invite-sending";
import { InviteWindow } from "./invite-window";

type Props = {
  at: Place;
  roles: RoleView[];
  isAdmin: boolean;
  holdSeconds: number;
  from: string;
  onClose: () => void;
};

/** The "Invite Members" dialog, open while it is in the page. */
export const InviteMembersWindow = late(function InviteMembersWindow({
  at,
  roles,
  isAdmin,
  holdSeconds,
  from,
  onClose,
}: Props) {
  const t = useTranslations("invite");
  const people = usePeople(at);
  const [role, setRole] = useState("");
  const withMembers = role !== "";
  const { submit, isSending, trouble, undo } = useSending({
    at,
    from,
    people,
    action: (form) => inviteMembersAction(at, null, form),
    withMembers,
    holdSeconds,
    onDone: onClose,
  });
  const { list } = people.chips;
  const channel = shapeOf(people.text.trim());
  const pending = channel === "text" ? [] : [{ id: 0, text: people.text, kind: "client" as const, channel }];
  const counted = [...sendable(list, withMembers), ...pending];
  const audience = roles.find(({ id }) => id === role)?.audience ?? "any";
  return (
    <InviteWindow
      title={t("inviteMembers")}
      count={list.length}
      onClose={onClose}
      onSubmit={submit}
      trouble={trouble}
      undo={undo}
      isSending={isSending}
      submitLabel={inviteLabel(counted, t)}
      otherWay={{ path: linkPath(at), words: t("workspaceLink") }}
    >
      <PeopleField
        at={at}
        people={people}
        isAdmin={isAdmin}
        audience={audience}
        withMembers={withMembers}
        role={role}
        hint={t("find")}
        {...offersFor({ people, at, mayBeClient: audience !== "internal", role })}
      />
      <InviteOptions roles={roles} role={role} setRole={setRole} errors={trouble?.fields} />
      <p className="invite-effect">{effectWords(counted, t)}</p>
    </InviteWindow>
  );
});
