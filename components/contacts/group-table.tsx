import { Highlight } from "@/components/contacts/highlight";
import { capped, type Seen } from "@/components/contacts/seen";
import { SortHeading } from "@/components/contacts/sort-heading";
import { Badge } from "@/components/ui/badge";
import type { GroupRow } from "@/lib/domain/views";

type Props = { org: string; seen: Seen; rows: GroupRow[] };

/** Groups as a table; on phones as a list. */
export function GroupTable({ org, seen, rows }: Props) {
  return (
    <table className="contacts-table contacts-groups">
      <caption className="sr-only">{seen.tab === "teams" ? "Internal teams" : "Client groups"}</caption>
      <thead>
        <tr>
          <SortHeading org={org} seen={seen} by="name">
            Name
          </SortHeading>
          <th scope="col" className="contacts-number">
            People
          </th>
          <th scope="col">Status</th>
          <th scope="col">Managers</th>
          <th scope="col" className="contacts-number">
            Workspaces
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, people, notJoined, managers, workspaces }) => (
          <tr key={id} data-row tabIndex={-1}>
            <th scope="row">
              <a href={`/${org}/contacts/groups/${id}`} data-open className="contacts-open">
                <bdi>
                  <Highlight text={name} find={seen.find} />
                </bdi>
              </a>
            </th>
            <td className="contacts-number">
              {capped(people)}
              <span className="contacts-unit"> {people === 1 ? "person" : "people"}</span>
            </td>
            <td className="contacts-state">
              {notJoined > 0 ? (
                <Badge
                  tone="warning"
                  hasRing
                  href={`/${org}/contacts/groups/${id}#not-joined`}
                  label={`Not Joined ${capped(notJoined)}: invitations for ${name}`}
                >
                  Not Joined {capped(notJoined)}
                </Badge>
              ) : (
                people > 0 && "All joined"
              )}
            </td>
            <td>
              <bdi>{managers.join(", ") || "No manager"}</bdi>
            </td>
            <td className="contacts-number">
              {workspaces}
              <span className="contacts-unit"> {workspaces === 1 ? "workspace" : "workspaces"}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
