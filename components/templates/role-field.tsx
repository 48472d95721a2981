import { useEffect, useRef } from "react";
import type { At } from "@/components/people-field/look-up";
import { PeopleField } from "@/components/people-field/people-field";
import { textOf } from "@/components/people-field/people-text";
import { usePeople } from "@/components/people-field/use-people";
import type { TemplateFlow } from "@/lib/domain/template-views";

type Props = {
  org: string;
  role: TemplateFlow["roles"][number];
  id: string;
  isAdmin: boolean;
  /** What was typed before the field came. */
  text: string;
  /** What was chosen before the field came: what somebody new is, where the role leaves it open. */
  kind: string;
  hint: string;
  onChosen: () => void;
};

/** The People field for one role: one person or one group. Sends what a line of text would, and which group it is. */
export function RoleField({ org, role: { name, audience }, id, isAdmin, text, kind, hint, onChosen }: Props) {
  const at: At = { org, audience };
  const as = (audience === "any" ? kind : audience) === "internal" ? "internal" : "client";
  const people = usePeople(at, 1, as);
  const { chips, setText } = people;
  const [only] = chips.list;
  const rest = [...people.waiting, people.text].filter((typed) => typed.trim());
  const before = useRef(text);
  useEffect(() => {
    if (before.current) setText(before.current);
    before.current = "";
  });
  return (
    <>
      <input type="hidden" name="people" value={textOf(chips.list, rest)} />
      <input type="hidden" name="kinds" value={only?.kind ?? as} />
      <input type="hidden" name="groups" value={(rest.length === 0 && only?.group?.group) || ""} />
      <PeopleField
        id={id}
        label={name}
        at={at}
        people={people}
        isAdmin={isAdmin}
        audience={audience}
        withMembers={false}
        hint={hint}
        onChosen={onChosen}
      />
    </>
  );
}
