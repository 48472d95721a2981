import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { AssignButton } from "./assign-button";

type Props = Omit<ComponentProps<typeof AssignButton>, "label"> & { label?: string };

/** "Assign", "Invite" or "Change person…" on a role: the button, its dialog for one person, and the status beside it. */
export function AssignRole({ label, ...props }: Props) {
  const t = useTranslations("invite");
  return <AssignButton {...props} label={label ?? t("assign")} />;
}
