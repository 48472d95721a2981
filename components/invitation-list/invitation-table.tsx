import {
  deliveryOf,
  expiryWords,
  isTrouble,
  sendsWords,
  stateWords,
} from "@/components/invitation-list/list-words";
import { Badge } from "@/components/ui/badge";
import { type Clock, Moment } from "@/components/ui/moment";
import type { ListedInvitation } from "@/lib/domain/invitation-views";

type Props = { org: { slug: string; name: string }; rows: ListedInvitation[]; clock: Clock };

/** Invitations as a table; on phones as a list. */
export function InvitationTable({ org, rows, clock }: Props) {
  return (
    <table className="contacts-table invitations-table">
      <caption className="sr-only">Invitations</caption>
      <thead>
        <tr>
          <td className="contacts-check" />
          <th scope="col">Person</th>
          <th scope="col">Workspace</th>
          <th scope="col">Invited by</th>
          <th scope="col">Sent</th>
          <th scope="col">State</th>
          <th scope="col">Delivery</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} org={org} row={row} clock={clock} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ org, row, clock }: Omit<Props, "rows"> & { row: ListedInvitation }) {
  const sends = sendsWords(row);
  return (
    <tr data-row tabIndex={-1}>
      <td className="contacts-check">
        <input
          type="checkbox"
          name="i"
          value={row.id}
          aria-label={`Select the invitation of ${row.name} to ${placeName(org, row)}`}
        />
      </td>
      <th scope="row">
        <a href={`/${org.slug}/contacts/${row.contactId}`} data-open className="contacts-open">
          <bdi>{row.name}</bdi>
        </a>
        {row.name !== row.address && (
          <span className="block truncate text-12 text-fg-3">
            <bdi>{row.address}</bdi>
          </span>
        )}
      </th>
      <td>
        <Place org={org} row={row} />
      </td>
      <td>
        <span className="contacts-unit">Invited by </span>
        <bdi>{row.invitedBy}</bdi>
      </td>
      <td>
        <span className="contacts-unit">{row.sends > 0 ? "Sent " : "Invited "}</span>
        <Moment at={row.sends > 0 ? row.sentAt : row.invitedAt} clock={clock} />
        {sends && <span className="block text-12 text-fg-3">{sends}</span>}
      </td>
      <td>
        <State row={row} clock={clock} />
      </td>
      <td className="invitations-delivery">
        <span className={isTrouble(row) ? "text-danger-text" : "text-fg-2"}>{deliveryOf(row)}</span>
      </td>
    </tr>
  );
}

const placeName = (org: Props["org"], { place }: ListedInvitation): string =>
  place.kind === "workspace" ? place.name : place.kind === "portal" ? org.name : "a workspace you are not in";

function Place({ org, row }: { org: Props["org"]; row: ListedInvitation }) {
  const { place, role } = row;
  if (place.kind === "unseen") return <span className="text-fg-3">A workspace you are not in</span>;
  if (place.kind === "portal") return <bdi>{org.name}</bdi>;
  return (
    <>
      <a href={`/${org.slug}/w/${place.id}?panel=members`} className="inline-block leading-6 hover:underline">
        <bdi>{place.name}</bdi>
      </a>
      {role && (
        <span className="block truncate text-12 text-fg-3">
          <bdi>{role}</bdi>
        </span>
      )}
    </>
  );
}

function State({ row, clock }: { row: ListedInvitation; clock: Clock }) {
  const { state } = row;
  const expiry = expiryWords(row, clock);
  const isOpen = state === "pending";
  return (
    <>
      {isOpen ? (
        <Badge tone="warning" hasRing>
          {stateWords[state]}
        </Badge>
      ) : (
        <span className={state === "accepted" ? undefined : "text-fg-3"}>{stateWords[state]}</span>
      )}
      {expiry && <span className="block text-12 text-fg-3">{expiry}</span>}
    </>
  );
}
