import { useLocale, useTranslations } from "next-intl";
import { OutboxOpen } from "@/components/outbox/outbox-open";
import type { OutboxAt } from "@/components/outbox/outbox-screen";
import { rowWords, toneOf } from "@/components/outbox/outbox-words";
import { outboxPath } from "@/components/outbox/seen";
import { Moment } from "@/components/ui/moment";
import { messageName } from "@/lib/domain/delivery-words";
import type { OutboxRow } from "@/lib/domain/outbox";
import { UNSEEN_WORKSPACE } from "@/lib/domain/words";
import { sayIn } from "@/lib/words/say";

/** Messages as a table; on phones as a list. One that is open shows everything known of it below its row. */
export function OutboxTable(props: OutboxAt) {
  const t = useTranslations("outbox.table");
  const { page, open } = props;
  const isElsewhere = open && !page.rows.some(({ id }) => id === open.id);
  return (
    <table className="outbox-table">
      <caption className="sr-only">{t("name")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("to")}</th>
          <th scope="col">{t("message")}</th>
          <th scope="col" className="outbox-channel">
            {t("channel")}
          </th>
          <th scope="col">{t("state")}</th>
          <th scope="col" className="outbox-tries">
            {t("tries")}
          </th>
          <th scope="col" className="outbox-when">
            {t("when")}
          </th>
        </tr>
      </thead>
      <tbody>
        {isElsewhere && <Row {...props} row={open} />}
        {page.rows.map((row) => (
          <Row key={row.id} {...props} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: OutboxAt & { row: OutboxRow }) {
  const t = useTranslations("outbox");
  const say = sayIn(useLocale());
  const { org, seen, open, row, clock } = props;
  const isOpen = open?.id === row.id;
  const place = { before: seen.before };
  return (
    <>
      <tr data-row tabIndex={-1} className={isOpen ? "outbox-row-open" : undefined}>
        <th scope="row">
          <a
            href={outboxPath(org, seen, isOpen ? place : { ...place, message: row.id })}
            data-open
            data-still
            aria-expanded={isOpen}
            className="outbox-to"
          >
            <bdi>{row.address}</bdi>
          </a>
          {row.name && <bdi className="outbox-name">{row.name}</bdi>}
        </th>
        <td className="outbox-about">
          {say(messageName(row.kind))}
          {row.workspace && (
            <>
              {" · "}
              <bdi>{row.workspace === UNSEEN_WORKSPACE ? say(row.workspace) : row.workspace}</bdi>
            </>
          )}
        </td>
        <td className="outbox-channel">{t(`table.${row.channel}`)}</td>
        <td>
          <span className={`outbox-state outbox-${toneOf(row.delivery)}`}>
            {rowWords(row, clock, say, t)}
          </span>
        </td>
        <td className="outbox-tries">{row.attempts}</td>
        <td className="outbox-when">
          <Moment at={row.at} clock={clock} />
        </td>
      </tr>
      {isOpen && (
        <tr className="outbox-open">
          <td colSpan={6}>
            <OutboxOpen {...props} open={open} />
          </td>
        </tr>
      )}
    </>
  );
}
