import { useTranslations } from "next-intl";
import { Highlight } from "@/components/contacts/highlight";
import { capped, type Seen } from "@/components/contacts/seen";
import { SortHeading } from "@/components/contacts/sort-heading";
import { Badge } from "@/components/ui/badge";
import type { GroupRow } from "@/lib/domain/views";

type Props = { org: string; seen: Seen; rows: GroupRow[] };

/** Groups as a table; on phones as a list. */
export function GroupTable({ org, seen, rows }: Props) {
  const t = useTranslations("contacts");
  return (
    <table className="contacts-table contacts-groups">
      <caption className="sr-only">{t(seen.tab === "teams" ? "tab.teams" : "tab.groups")}</caption>
      <thead>
        <tr>
          <SortHeading org={org} seen={seen} by="name">
            {t("column.name")}
          </SortHeading>
          <th scope="col" className="contacts-number">
            {t("column.people")}
          </th>
          <th scope="col">{t("column.status")}</th>
          <th scope="col">{t("column.managers")}</th>
          <th scope="col" className="contacts-number">
            {t("column.workspaces")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, people, notJoined, gone, managers, workspaces }) => (
          <tr key={id} data-row tabIndex={-1}>
            <th scope="row">
              <a href={`/${org}/contacts/groups/${id}`} data-open className="contacts-open max-w-full">
                <bdi className="truncate">
                  <Highlight text={name} find={seen.find} />
                </bdi>
              </a>
            </th>
            <td className="contacts-number">
              {capped(people, t)}
              <span className="contacts-unit">{t("unit.people", { count: people })}</span>
            </td>
            <td className="contacts-state">
              {notJoined > 0 ? (
                <Badge
                  tone="warning"
                  hasRing
                  href={`/${org}/contacts/groups/${id}#not-joined`}
                  label={t("row.invitationsFor", { count: capped(notJoined, t), name })}
                >
                  {t("row.notJoined", { count: capped(notJoined, t) })}
                </Badge>
              ) : (
                people > 0 && (gone > 0 ? t("row.gone", { count: capped(gone, t) }) : t("row.allJoined"))
              )}
            </td>
            <td>
              <bdi>{managers.join(", ") || t("row.noManager")}</bdi>
            </td>
            <td className="contacts-number">
              {workspaces}
              <span className="contacts-unit">{t("unit.workspaces", { count: workspaces })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
