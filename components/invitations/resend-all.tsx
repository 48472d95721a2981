import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ResendButton, WaitingButton } from "./waiting-box";

type Props = Omit<ComponentProps<typeof WaitingButton>, "button" | "box"> & {
  name: string;
  /** How many have not joined, of a group. */
  count?: number;
};

/** "Not Joined" of a group, or of somebody who was added quietly: what is the matter, and one button for it. */
export function WaitingBox({ name, count, ...props }: Props) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  return (
    <WaitingButton
      {...props}
      button={count === undefined ? ui("notJoined") : t("box.notJoined", { count })}
      box={t("box.label", { name })}
    />
  );
}

/** The button that sends to everybody in the workspace who has not joined. */
export function ResendToAll() {
  const t = useTranslations("invite");
  return <ResendButton label={t("resendAll.all")} />;
}
