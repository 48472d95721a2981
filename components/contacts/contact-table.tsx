import { ContactStateMark, invitationPath } from "@/components/contacts/contact-state";
import { Highlight } from "@/components/contacts/highlight";
import { listPath, RESEND_FORM, type Seen } from "@/components/contacts/seen";
import { SortHeading } from "@/components/contacts/sort-heading";
import { type Clock, shortDay } from "@/components/ui/moment";
import type { ContactRow } from "@/lib/domain/views";

type Props = { org: string; seen: Seen; rows: ContactRow[]; clock: Clock };

/** People as a table; on phones as a list. */
export function ContactTable({ org, seen, rows, clock }: Props) {
  return (
    <table className="contacts-table">
      <caption className="sr-only">{seen.tab === "internal" ? "Internal users" : "Clients"}</caption>
      <thead>
        <tr>
          <td className="contacts-check" />
          <SortHeading org={org} seen={seen} by="name">
            Name
          </SortHeading>
          <th scope="col">Email</th>
          <th scope="col">Phone</th>
          <SortHeading org={org} seen={seen} by="state">
            Status
          </SortHeading>
          <th scope="col" className="contacts-number">
            Workspaces
          </th>
          <SortHeading org={org} seen={seen} by="added">
            Added
          </SortHeading>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} org={org} seen={seen} row={row} clock={clock} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ org, seen, row, clock }: Omit<Props, "rows"> & { row: ContactRow }) {
  const { id, name, email, phone, company, isAdmin, workspaces, addedAt } = row;
  const find = seen.find;
  return (
    <tr data-row tabIndex={-1}>
      <td className="contacts-check">
        <label className="tick">
          <input type="checkbox" name="c" value={id} aria-label={`Select ${name}`} />
        </label>
      </td>
      <th scope="row">
        <a href={`/${org}/contacts/${id}`} data-open className="contacts-open">
          <bdi>
            <Highlight text={name} find={find} />
          </bdi>
        </a>
        {isAdmin && <span className="text-fg-3"> Admin</span>}
        {company && (
          <a href={listPath(org, seen, { company, find: undefined })} className="contacts-company">
            <bdi>
              <Highlight text={company} find={find} />
            </bdi>
          </a>
        )}
      </th>
      <td>
        {email ? (
          <bdi>
            <Highlight text={email} find={find} />
          </bdi>
        ) : (
          <None />
        )}
      </td>
      <td>
        {phone ? (
          <bdi>
            <Highlight text={phone} find={find} />
          </bdi>
        ) : (
          <None />
        )}
      </td>
      <td className="contacts-state">
        <ContactStateMark state={row.state} of={{ name, href: invitationPath(org, id) }} />
        {row.state === "invited" && (
          <button type="submit" form={RESEND_FORM} name="contacts" value={id} hidden data-resend>
            Resend Invitation
          </button>
        )}
      </td>
      <td className="contacts-number">
        {workspaces}
        <span className="contacts-unit"> {workspaces === 1 ? "workspace" : "workspaces"}</span>
      </td>
      <td className="contacts-added">
        <time dateTime={addedAt.toISOString()}>{shortDay(addedAt, clock)}</time>
      </td>
    </tr>
  );
}

const None = () => (
  <span aria-hidden className="contacts-none">
    —
  </span>
);
