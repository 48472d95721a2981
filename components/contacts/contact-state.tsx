import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ContactState as State } from "@/lib/domain/views";

/** How far somebody may have come, as filters list it. */
export const STATES: State[] = ["quiet", "invited", "bounced", "joined", "deactivated"];

type Props = {
  state: State;
  /** Whose it is, and where their invitation stands. */
  of: { name: string; href: string };
};

/** How far somebody has come: a word, and for what needs a look a mark. "Not Joined" leads to what can be done. */
export function ContactStateMark({ state, of }: Props) {
  const t = useTranslations("contacts");
  const word = t(`state.${state}`);
  if (state === "invited")
    return (
      <Badge tone="warning" hasRing href={of.href} label={t("row.invitationFor", { name: of.name })}>
        {word}
      </Badge>
    );
  if (state === "bounced") return <span className="error">{word}</span>;
  return <span className={state === "joined" ? undefined : "text-fg-3"}>{word}</span>;
}

/** Where on a contact's page their invitation can be sent again. */
export const invitationPath = (org: string, contact: string): string =>
  `/${org}/contacts/${contact}#invitation`;
