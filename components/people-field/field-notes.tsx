import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { problemWords, sendable } from "./chip-words";
import { type Chip, type Chips, labelOf } from "./chips";
import type { Audience, Verb } from "./rows";

type Props = {
  chips: Chips;
  isAdmin: boolean;
  audience: Audience;
  verb?: Verb;
  offers?: (chip: Chip) => ReactNode;
};

/** Below the field: what just happened, and for each chip that needs it the reason and the way out. */
export function FieldNotes({ chips, isAdmin, audience, verb = "invite", offers }: Props) {
  const t = useTranslations("invite");
  const bad = chips.list.filter(({ problem }) => problem);
  const colleagues =
    isAdmin || verb === "add" ? [] : chips.list.filter(({ isColleague, problem }) => isColleague && !problem);
  const rest = sendable(chips.list, false).length;
  return (
    <div className="people-notes">
      <p role="status" className={chips.isShown && chips.said ? "hint" : "sr-only"}>
        {chips.said}
      </p>
      {bad.length > 0 && (
        <ul aria-label={t("people.attention")}>
          {bad.map((chip, i) => (
            <li key={chip.id}>
              <span>
                <strong>{labelOf(chip)}</strong>
                {problemWords(chip.problem ?? "")}
                {rest > 0 &&
                  i === bad.length - 1 &&
                  ` ${t(verb === "add" ? "people.said.restAdded" : "people.said.restInvited")}`}
              </span>
              {offers?.(chip)}
            </li>
          ))}
        </ul>
      )}
      {colleagues.map((chip) => (
        <p key={chip.id} className="hint">
          <bdi>{labelOf(chip)}</bdi>:{" "}
          {t(audience === "internal" ? "people.askAdmin" : "people.askAdminOrClient")} {offers?.(chip)}
        </p>
      ))}
    </div>
  );
}
