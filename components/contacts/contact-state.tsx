import { Badge } from "@/components/ui/badge";
import type { ContactState as State } from "@/lib/domain/views";

export const stateWords: Record<State, string> = {
  quiet: "Quiet",
  invited: "Not Joined",
  bounced: "Bounced",
  joined: "Joined",
  deactivated: "Deactivated",
};

/** How far somebody has come: a word, and for what needs a look a mark. */
export function ContactStateMark({ state }: { state: State }) {
  if (state === "invited")
    return (
      <Badge tone="warning" hasRing>
        Not Joined
      </Badge>
    );
  if (state === "bounced") return <span className="error">Bounced</span>;
  return <span className={state === "joined" ? undefined : "text-fg-3"}>{stateWords[state]}</span>;
}
