import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { InvitationWords } from "@/components/invitations/delivery-words";
import { NotJoinedBox } from "@/components/invitations/not-joined-box";
import { bdi } from "@/components/ui/bdi";

type Props = Omit<ComponentProps<typeof NotJoinedBox>, "words" | "facts" | "label"> & {
  words: InvitationWords;
};

/** The "Not Joined" box: a button, and what there is to know and to do about the invitation. */
export function NotJoined({ words, ...props }: Props) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  const { wait, resendLabel, isOpen, linkKey, mayCancel, reminders } = words;
  return (
    <NotJoinedBox
      {...props}
      words={{ wait, resendLabel, isOpen, linkKey, mayCancel, reminders, more: t("box.more") }}
      label={{ badge: ui("notJoined"), box: t("box.label", { name: props.name }) }}
      facts={<Facts words={words} />}
    />
  );
}

function Facts({ words }: { words: InvitationWords }) {
  const t = useTranslations("invite");
  return (
    <div className="invitation-facts">
      <p>
        {t.rich("box.invited", {
          day: words.invitedOn,
          name: words.invitedBy,
          strong: (said) => <strong>{said}</strong>,
          b: bdi,
        })}
      </p>
      <p className="break">{words.sentTo}</p>
      <p className={words.isTrouble ? "error invitation-trouble" : undefined}>{words.delivery}</p>
      <p>{words.expiry}</p>
      {words.reminders === "resume" && <p>{t("box.remindersStopped")}</p>}
    </div>
  );
}
