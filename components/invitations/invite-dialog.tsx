import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { InviteButton } from "./invite-button";

/** "Invite Members": the button, its dialog, and beside it the status with "Undo". */
export function InviteMembers(props: Omit<ComponentProps<typeof InviteButton>, "label">) {
  const t = useTranslations("invite");
  return <InviteButton {...props} label={t("inviteMembers")} />;
}
