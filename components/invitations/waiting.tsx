import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { WaitingBox } from "@/components/invitations/waiting-box";

type Props = Omit<ComponentProps<typeof WaitingBox>, "label"> & {
  name: string;
  /** How many have not joined, of a group. */
  count?: number;
};

/** "Not Joined" of a group, or of somebody who was added quietly: what is the matter, and one button for it. */
export function Waiting({ name, count, ...props }: Props) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  const badge = count === undefined ? ui("notJoined") : t("box.notJoined", { count });
  return <WaitingBox {...props} label={{ badge, box: t("box.label", { name }) }} />;
}
