import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type Common, editPath, rowAnchor } from "@/components/workspace/common";
import type { ActionView } from "@/lib/domain/views";

type Props = {
  at: Common["at"];
  id: string;
  title: string;
  facts: string;
  /** The form that takes a new order. */
  form: string;
  state?: ActionView["state"];
};

/** One action or role, closed: a link that opens it, and its buttons to move. Can be dragged by mouse. */
export function EditRow({ at, id, title, facts, form, state }: Props) {
  return (
    <li
      id={rowAnchor(id)}
      className="action"
      title="Drag to move"
      draggable
      data-id={id}
      data-state={state}
      data-row
      tabIndex={-1}
    >
      <Icon name={state ? "list" : "members"} />
      <a href={editPath(at, id)} data-still data-open className="action-words">
        <span className="sr-only">Edit </span>
        <bdi>{title}</bdi>
        <span className="action-state block">{facts}</span>
      </a>
      <span className="action-act flex">
        <Move form={form} name="up" id={id} label={`Move ${title} up`} />
        <Move form={form} name="down" id={id} label={`Move ${title} down`} />
      </span>
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
