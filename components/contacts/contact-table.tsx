import { useTranslations } from "next-intl";
import { ContactStateMark, invitationPath } from "@/components/contacts/contact-state";
import { Highlight } from "@/components/contacts/highlight";
import { listPath, RESEND_FORM, type Seen } from "@/components/contacts/seen";
import { SortHeading } from "@/components/contacts/sort-heading";
import { type Clock, shortDay } from "@/components/ui/moment";
import type { ContactRow } from "@/lib/domain/views";

type Props = { org: string; seen: Seen; rows: ContactRow[]; clock: Clock };

/** People as a table; on phones as a list. */
export function ContactTable({ org, seen, rows, clock }: Props) {
  const t = useTranslations("contacts");
  return (
    <table className="contacts-table">
      <caption className="sr-only">{t(seen.tab === "internal" ? "tab.internal" : "tab.clients")}</caption>
      <thead>
        <tr>
          <td className="contacts-check" />
          <SortHeading org={org} seen={seen} by="name">
            {t("column.name")}
          </SortHeading>
          <th scope="col">{t("column.email")}</th>
          <th scope="col">{t("column.phone")}</th>
          <SortHeading org={org} seen={seen} by="state">
            {t("column.status")}
          </SortHeading>
          <th scope="col" className="contacts-number">
            {t("column.workspaces")}
          </th>
          <SortHeading org={org} seen={seen} by="added">
            {t("column.added")}
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
  const t = useTranslations("contacts");
  const find = seen.find;
  return (
    <tr data-row tabIndex={-1}>
      <td className="contacts-check">
        <label className="tick">
          <input type="checkbox" name="c" value={id} aria-label={t("select", { name })} />
        </label>
      </td>
      <th scope="row">
        <a href={`/${org}/contacts/${id}`} data-open className="contacts-open max-w-full">
          <bdi className="truncate">
            <Highlight text={name} find={find} />
          </bdi>
        </a>
        {isAdmin && <span className="text-fg-3"> {t("row.admin")}</span>}
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
            {t("row.resend")}
          </button>
        )}
      </td>
      <td className="contacts-number">
        {workspaces}
        <span className="contacts-unit">{t("unit.workspaces", { count: workspaces })}</span>
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
