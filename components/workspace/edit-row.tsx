import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { bdi } from "@/components/ui/bdi";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type Common, editPath } from "@/components/workspace/common";
import type { ActionView } from "@/lib/domain/views";

type Props = {
  at: Common["at"];
  id: string;
  title: string;
  facts: string;
  /** The form that takes a new order. */
  form: string;
  state?: ActionView["state"];
  /** Closed a moment ago: the focus comes back to it. */
  wasOpen: boolean;
};

/** One action or role, closed: a link that opens it, and its buttons to move. Can be dragged by mouse. */
export function EditRow({ at, id, title, facts, form, state, wasOpen }: Props) {
  const t = useTranslations("workspace.edit");
  const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;
  return (
    <li className="action" title={t("drag")} draggable data-id={id} data-state={state} data-row tabIndex={-1}>
      <Icon name={state ? "list" : "members"} />
      <a href={editPath(at, { row: id })} data-still data-open className="action-words">
        {t.rich("open", { title, b: bdi, s: hidden })}
        <span className="action-state block">{facts}</span>
      </a>
      <span className="action-act flex">
        <Move {...{ form, id }} name="up" label={t("up", { title })} autoFocus={wasOpen} />
        <Move {...{ form, id }} name="down" label={t("down", { title })} />
      </span>
    </li>
  );
}

type MoveProps = { form: string; name: "up" | "down"; id: string; label: string; autoFocus?: boolean };

const Move = ({ id, label, ...rest }: MoveProps) => (
  <Button {...rest} type="submit" value={id} variant="ghost" size="small" isIcon aria-label={label}>
    <Icon name={rest.name} />
  </Button>
);
