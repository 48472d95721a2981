import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import { type Common, editPath } from "@/components/workspace/common";
import type { FormState } from "@/lib/actions/run";

/** The button that saves, and the way back without saving. */
export function Foot({ at, back, label }: { at: Common["at"]; back: string; label: string }) {
  const ui = useTranslations("ui");
  return (
    <p className="flex gap-2">
      <Submit variant="primary">{label}</Submit>
      <ButtonLink href={editPath(at, { was: back })} data-still>
        {ui("cancel")}
      </ButtonLink>
    </p>
  );
}

type RemoveProps = {
  act: (state: FormState<object>, form: FormData) => Promise<FormState<object>>;
  field: { name: string; value: string };
  title: string;
  label: string;
  children: ReactNode;
};

/** Takes an action or a role out of the flow, after saying what that means. */
export function Remove({ act, field, title, label, children }: RemoveProps) {
  const t = useTranslations("workspace.edit");
  return (
    <details className="mt-2">
      <summary>{t("remove")}</summary>
      <ActionForm action={act} className="grid gap-2" data-gone-says={t("removed", { name: title })}>
        <input type="hidden" {...field} />
        {children}
        <Submit variant="danger">{label}</Submit>
      </ActionForm>
    </details>
  );
}
