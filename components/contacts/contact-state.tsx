import { Badge } from "@/components/ui/badge";
import type { ContactState as State } from "@/lib/domain/views";

export const stateWords: Record<State, string> = {
  quiet: "Quiet",
  invited: "Not Joined",
  bounced: "Bounced",
  joined: "Joined",
  deactivated: "Deactivated",
};

type Props = {
  state: State;
  /** Whose it is, and where their invitation stands. */
  of: { name: string; href: string };
};

/** How far somebody has come: a word, and for what needs a look a mark. "Not Joined" leads to what can be done. */
export function ContactStateMark({ state, of }: Props) {
  if (state === "invited")
    return (
      <Badge tone="warning" hasRing href={of.href} label={`Not Joined: invitation for ${of.name}`}>
        Not Joined
      </Badge>
    );
  if (state === "bounced") return <span className="error">Bounced</span>;
  return <span className={state === "joined" ? undefined : "text-fg-3"}>{stateWords[state]}</span>;
}

/** Where on a contact's page their invitation can be sent again. */
export const invitationPath = (org: string, contact: string): string =>
  `/${org}/contacts/${contact}#invitation`;
