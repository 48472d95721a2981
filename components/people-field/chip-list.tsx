import "./chip-list.css";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { tagOf } from "./chip-words";
import { type Chip, inputOf, labelOf } from "./chips";
import type { People } from "./use-people";

/** So many chips are shown before the rest is counted; those with a problem always are. */
const MOST_SHOWN = 12;

/** The chosen people, before the input. Arrow keys walk them, Delete removes, F2 or a double click edits. */
export function ChipList({ people, mayTurn }: { people: People; mayTurn: boolean }) {
  const { chips, change, edit, input, t } = people;
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = isOpen ? chips.list : chips.list.filter((chip, i) => i < MOST_SHOWN || chip.problem);
  const hidden = chips.list.length - shown.length;
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-remove]") ?? [])];

  function remove(id: number): void {
    const here = shown.findIndex((chip) => chip.id === id);
    const next = buttons()[here + 1];
    change({ type: "remove", id });
    (next ?? input.current)?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    const here = buttons().indexOf(event.target as HTMLElement);
    const chip = shown[here];
    if (!chip || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to !== undefined) (buttons()[Math.max(to, 0)] ?? input.current)?.focus();
    else if (event.key === "Delete" || event.key === "Backspace") remove(chip.id);
    else if (event.key === "F2") edit(chip);
    else return event.key.length === 1 && event.key !== " " ? input.current?.focus() : undefined;
    event.preventDefault();
  }

  if (chips.list.length === 0) return null;
  return (
    <>
      <ul ref={list} className="people-chips" aria-label={t("people.chosen")} onKeyDown={onKeyDown}>
        {shown.map((chip) => (
          <ChipItem key={chip.id} chip={chip} onRemove={() => remove(chip.id)} onEdit={() => edit(chip)}>
            {mayTurn && !chip.person && !chip.group && !chip.problem ? (
              <KindSwitch chip={chip} change={change} />
            ) : (
              <Tag chip={chip} />
            )}
          </ChipItem>
        ))}
      </ul>
      {(hidden > 0 || isOpen) && (
        <button type="button" className="people-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t("people.fewer") : t("people.more", { count: hidden })}
        </button>
      )}
    </>
  );
}

type ItemProps = { chip: Chip; onRemove: () => void; onEdit: () => void; children: React.ReactNode };

function ChipItem({ chip, onRemove, onEdit, children }: ItemProps) {
  const label = labelOf(chip);
  const t = useTranslations("invite");
  return (
    <li className="people-chip" data-bad={chip.problem ? true : undefined} onDoubleClick={onEdit}>
      {(chip.person || chip.group) && <Avatar id={inputOf(chip)} name={label} size="small" />}
      <bdi className="people-chip-name" title={chip.person?.address ?? chip.text}>
        {label}
        {chip.group && ` · ${chip.group.size}`}
      </bdi>
      {children}
      {chip.isNameLeftOut && <span className="people-tag people-left-out">{t("people.nameLeftOut")}</span>}
      <button
        type="button"
        tabIndex={-1}
        data-remove
        aria-label={t("people.remove", { name: label })}
        onClick={onRemove}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4.5 4.5 7 7m0-7-7 7" />
        </svg>
      </button>
    </li>
  );
}

function Tag({ chip }: { chip: Chip }) {
  const tag = tagOf(chip, useTranslations("invite"));
  return tag && <span className="people-tag">{tag}</span>;
}

/** For admins: a new person is a client or an internal user; a click turns one into the other. */
function KindSwitch({ chip, change }: { chip: Chip; change: People["change"] }) {
  const t = useTranslations("invite");
  const turn = () =>
    change({ type: "turn", id: chip.id, kind: chip.kind === "client" ? "internal" : "client" });
  return (
    <button type="button" tabIndex={-1} className="people-tag" title={t("people.turn")} onClick={turn}>
      {tagOf(chip, t)}
    </button>
  );
}
