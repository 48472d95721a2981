import type { ReactNode } from "react";

/** What stands on the badge, and what its box is called. */
export type BadgeLabel = { badge: string; box: string };

type Props = {
  /** Of this row in the page; a person may stand in several. */
  rowId: string;
  label: BadgeLabel;
  /** The page answers a form that was sent from the box without script: the box stands open in its row. */
  isAnswered: boolean;
  /** The pointer or the focus comes near. */
  onNear?: () => void;
  onOpen?: () => void;
  children: ReactNode;
};

/** "Not Joined" beside a name: a badge that opens a box about the invitation. */
export function BadgeBox({ rowId, label, isAnswered, onNear, onOpen, children }: Props) {
  const id = `invitation-${rowId}`;
  return (
    <>
      <button
        type="button"
        className="badge badge-warning hollow"
        popoverTarget={isAnswered ? undefined : id}
        aria-haspopup="dialog"
        aria-describedby={`name-${rowId}`}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        {label.badge}
      </button>
      <div
        id={id}
        popover={isAnswered ? undefined : "auto"}
        onBeforeToggle={onOpen}
        role="dialog"
        aria-label={label.box}
        className={`invitation ${isAnswered ? "invitation-open" : "popover"}`}
      >
        {children}
      </div>
    </>
  );
}
