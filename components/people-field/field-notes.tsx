import type { ReactNode } from "react";
import { ASK_AN_ADMIN, problemWords, sendable } from "./chip-words";
import { type Chip, type Chips, labelOf } from "./chips";
import type { Verb } from "./rows";

type Props = { chips: Chips; isAdmin: boolean; verb?: Verb; offers?: (chip: Chip) => ReactNode };

/** Below the field: what just happened, and for each chip that needs it the reason and the way out. */
export function FieldNotes({ chips, isAdmin, verb = "Invite", offers }: Props) {
  const bad = chips.list.filter(({ problem }) => problem);
  const colleagues =
    isAdmin || verb === "Add" ? [] : chips.list.filter(({ isColleague, problem }) => isColleague && !problem);
  const rest = sendable(chips.list, false).length;
  return (
    <div className="people-notes">
      <p role="status" className={chips.isShown && chips.said ? "hint" : "sr-only"}>
        {chips.said}
      </p>
      {bad.length > 0 && (
        <ul aria-label="Needs your attention">
          {bad.map((chip, i) => (
            <li key={chip.id}>
              <span>
                <strong>{labelOf(chip)}</strong>
                {problemWords(chip.problem ?? "")}
                {rest > 0 &&
                  i === bad.length - 1 &&
                  ` Everyone else can be ${verb === "Add" ? "added" : "invited"} now.`}
              </span>
              {offers?.(chip)}
            </li>
          ))}
        </ul>
      )}
      {colleagues.map((chip) => (
        <p key={chip.id} className="hint">
          <bdi>{labelOf(chip)}</bdi>: {ASK_AN_ADMIN} {offers?.(chip)}
        </p>
      ))}
    </div>
  );
}
