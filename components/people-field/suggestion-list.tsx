import "./suggestion-list.css";
import { useTranslations } from "next-intl";
import { Avatar, EmptyAvatar } from "@/components/ui/avatar";
import type { Row } from "./rows";
import type { useCombobox } from "./use-combobox";

type Props = { id: string; box: ReturnType<typeof useCombobox> };

/** The rows under the input, in sections, those of groups under their heading; the marked one is what Enter takes. */
export function SuggestionList({ id, box }: Props) {
  const t = useTranslations("invite");
  const numbered = box.rows.map((row, at) => ({ row, at }));
  const sections = [
    [t("people.headings.people"), numbered.filter(({ row }) => row.type === "person")],
    [
      t("people.headings.clientGroups"),
      numbered.filter(({ row }) => row.type === "group" && row.group.kind === "client_group"),
    ],
    [
      t("people.headings.teams"),
      numbered.filter(({ row }) => row.type === "group" && row.group.kind === "team"),
    ],
    [t("people.headings.new"), numbered.filter(({ row }) => row.type === "new" || row.type === "request")],
  ] as const;
  const option = ({ row, at }: { row: Row; at: number }) => (
    <Option
      key={row.key}
      id={`${id}-${at}`}
      row={row}
      isActive={at === box.active}
      onTake={() => box.take(row)}
    />
  );
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t("people.suggestions")}
      className="people-list"
      hidden={!box.isOpen}
    >
      {sections.map(
        ([heading, rows]) =>
          rows.length > 0 && (
            <fieldset
              key={heading}
              aria-label={heading}
              data-headed={rows[0]?.row.type === "group" || undefined}
            >
              {rows.map(option)}
            </fieldset>
          ),
      )}
    </div>
  );
}

type OptionProps = { id: string; row: Row; isActive: boolean; onTake: () => void };

function Option({ id, row, isActive, onTake }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the input, whose keys take the marked row; pointers and screen readers click.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={row.isOff || undefined}
      tabIndex={-1}
      className="people-option"
      ref={isActive ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      {row.type === "person" || row.type === "group" ? (
        <Avatar id={row.key} name={row.label} />
      ) : (
        <EmptyAvatar />
      )}
      <span className="people-option-words">
        <bdi>{row.label}</bdi>{" "}
        {row.type === "person" && row.person.address !== row.label && <small>{row.person.address}</small>}
        {row.type === "group" && <small>{row.detail}</small>}
        {row.type === "request" && <small className="people-option-detail">{row.detail}</small>}
      </span>{" "}
      {row.note && <span className="people-option-note">{row.note}</span>}
    </div>
  );
}
