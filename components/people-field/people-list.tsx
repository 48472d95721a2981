import { useEffect, useRef } from "react";
import type { Kind } from "./chips";
import type { At } from "./look-up";
import { PeopleField } from "./people-field";
import { fitsChips, textOf } from "./people-text";
import { useKept } from "./use-kept";
import { usePeople } from "./use-people";

export { fitsChips };

type Props = {
  at: At;
  as: Kind;
  isAdmin: boolean;
  text: string;
  hint: string;
  error?: string;
  /** Somebody stands in the field who can be added. */
  onAdded: () => void;
};

/** The People field as a part of a form: sends what a text area would, as the field `people`. */
export function PeopleList({ at, as, isAdmin, text, hint, error, onAdded }: Props) {
  const people = usePeople(at, undefined, as);
  useKept(people, text);
  const { list } = people.chips;
  const seen = useRef(list);
  useEffect(() => {
    if (seen.current !== list && list.some(({ problem }) => !problem)) onAdded();
    seen.current = list;
  });
  return (
    <>
      <input type="hidden" name="people" value={textOf(list, [...people.waiting, people.text])} />
      <PeopleField
        id="people"
        at={at}
        people={people}
        isAdmin={isAdmin}
        audience={as}
        withMembers={false}
        verb="add"
        hint={hint}
        error={error}
      />
    </>
  );
}
