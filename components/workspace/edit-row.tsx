import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type Common, editPath, rowAnchor } from "@/components/workspace/common";

type Props = {
  at: Common["at"];
  id: string;
  title: string;
  facts: string;
  /** The form that takes a new order. */
  form: string;
  isTogether?: boolean;
};

/** One action or role, closed: a link that opens it, and its buttons to move. Can be dragged by mouse. */
export function EditRow({ at, id, title, facts, form, isTogether }: Props) {
  return (
    <li
      id={rowAnchor(id)}
      className="edit-row"
      draggable
      data-id={id}
      data-row
      data-together={isTogether || undefined}
      tabIndex={-1}
    >
      <a href={editPath(at, id)} data-still data-open className="edit-link">
        <span className="sr-only">Edit </span>
        <bdi>{title}</bdi>
        <span className="action-state">{facts}</span>
      </a>
      <Move form={form} name="up" id={id} label={`Move ${title} up`} />
      <Move form={form} name="down" id={id} label={`Move ${title} down`} />
    </li>
  );
}

const Move = ({
  form,
  name,
  id,
  label,
}: {
  form: string;
  name: "up" | "down";
  id: string;
  label: string;
}) => (
  <Button type="submit" {...{ form, name }} value={id} variant="ghost" size="small" isIcon aria-label={label}>
    <Icon name={name} />
  </Button>
);
