import { ButtonLink } from "@/components/ui/button";
import type { Face } from "@/lib/domain/views";

type Props = { org: string; name: string; through: Face[]; back: string };

/** Why somebody cannot be removed singly: they come with a group, and would leave with it. */
export function ThroughGroup({ org, name, through, back }: Props) {
  return (
    <div className="person-remove">
      <p>
        <bdi>{name}</bdi> is here through {through.map((group) => group.name).join(", ")} and comes back with
        it. Take them out of the group, or remove the group.
      </p>
      <p className="flex flex-wrap gap-2">
        {through.map((group) => (
          <ButtonLink key={group.id} href={`/${org}/contacts/groups/${group.id}`}>
            Open {group.name}
          </ButtonLink>
        ))}
        <ButtonLink href={back} data-still>
          Keep
        </ButtonLink>
      </p>
    </div>
  );
}
