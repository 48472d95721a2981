import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { invoke } from "@/components/ui/invoke";

/** A modal dialog, opened by a button with `invoke("show-modal", id)`. Esc and a click beside it close it. */
export function Dialog({
  id,
  title,
  children,
  foot,
}: {
  id: string;
  title: string;
  children: ReactNode;
  foot?: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <dialog id={id} className="dialog" closedby="any" aria-labelledby={`${id}-title`}>
      <div className="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <button
          type="button"
          className={buttonClass({ variant: "ghost", isIcon: true })}
          aria-label={t("close")}
          {...invoke("close", id)}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </dialog>
  );
}
