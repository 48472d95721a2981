import { useLocale, useTranslations } from "next-intl";
import { expiryWords, isChangeOffered, isTrouble, sendsWords } from "@/components/invitation-list/list-words";
import { Badge } from "@/components/ui/badge";
import { type Clock, Moment } from "@/components/ui/moment";
import { deliveryText } from "@/lib/domain/delivery-words";
import type { ListedInvitation } from "@/lib/domain/invitation-views";
import type { RoomWords } from "@/lib/words/room";
import { sayIn } from "@/lib/words/say";

type Props = { org: { slug: string; name: string }; rows: ListedInvitation[]; clock: Clock };

/** Invitations as a table; on phones as a list. */
export function InvitationTable({ org, rows, clock }: Props) {
  const t = useTranslations("invitations");
  return (
    <table className="contacts-table invitations-table">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <td className="contacts-check" />
          <th scope="col">{t("column.person")}</th>
          <th scope="col">{t("column.workspace")}</th>
          <th scope="col">{t("column.invitedBy")}</th>
          <th scope="col">{t("column.sent")}</th>
          <th scope="col">{t("column.state")}</th>
          <th scope="col">{t("column.delivery")}</th>
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
  const t = useTranslations("invitations");
  const say = sayIn(useLocale());
  const sends = sendsWords(row, t);
  return (
    <tr data-row tabIndex={-1}>
      <td className="contacts-check">
        <input type="checkbox" name="i" value={row.id} aria-label={selectWords(org, row, t)} />
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
        <span className="contacts-unit">{t("column.invitedBy")} </span>
        <bdi>{row.invitedBy}</bdi>
      </td>
      <td>
        <span className="contacts-unit">{t(row.sends > 0 ? "column.sent" : "column.invited")} </span>
        <Moment at={row.sends > 0 ? row.sentAt : row.invitedAt} clock={clock} />
        {sends && <span className="block text-12 text-fg-3">{sends}</span>}
      </td>
      <td>
        <State row={row} clock={clock} />
      </td>
      <td className="invitations-delivery">
        <span className={isTrouble(row) ? "text-danger-text" : "text-fg-2"}>{say(deliveryText(row))}</span>
        {isChangeOffered(row) && (
          <a
            href={`/${org.slug}/contacts/${row.contactId}#contact-details`}
            className="link block w-fit text-12 leading-6 pointer-coarse:py-3"
            aria-label={t("row.changeOf", { name: row.name })}
          >
            {t("row.change")}
          </a>
        )}
      </td>
    </tr>
  );
}

/** What selects a row, to who cannot see which row it stands in. */
function selectWords(
  org: Props["org"],
  { name, place }: ListedInvitation,
  t: RoomWords<"invitations">,
): string {
  if (place.kind === "unseen") return t("row.selectUnseen", { name });
  return t("row.select", { name, place: place.kind === "workspace" ? place.name : org.name });
}

function Place({ org, row }: { org: Props["org"]; row: ListedInvitation }) {
  const t = useTranslations("invitations");
  const { place, role } = row;
  if (place.kind === "unseen") return <span className="text-fg-3">{t("row.unseen")}</span>;
  if (place.kind === "portal") return <bdi>{org.name}</bdi>;
  return (
    <>
      <a
        href={`/${org.slug}/w/${place.id}?panel=members`}
        className="inline-block leading-6 hover:underline pointer-coarse:py-3"
      >
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
  const t = useTranslations("invitations");
  const { state } = row;
  const expiry = expiryWords(row, clock, t);
  const isOpen = state === "pending";
  return (
    <>
      {isOpen ? (
        <Badge tone="warning" hasRing>
          {t(`state.${state}`)}
        </Badge>
      ) : (
        <span className={state === "accepted" ? undefined : "text-fg-3"}>{t(`state.${state}`)}</span>
      )}
      {expiry && <span className="block text-12 text-fg-3">{expiry}</span>}
    </>
  );
}
