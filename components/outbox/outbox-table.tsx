import { OutboxOpen } from "@/components/outbox/outbox-open";
import type { OutboxAt } from "@/components/outbox/outbox-screen";
import { rowWords, toneOf } from "@/components/outbox/outbox-words";
import { outboxPath } from "@/components/outbox/seen";
import { Moment } from "@/components/ui/moment";
import { messageName } from "@/lib/domain/delivery-words";
import type { OutboxRow } from "@/lib/domain/outbox";

/** Messages as a table; on phones as a list. One that is open shows everything known of it below its row. */
export function OutboxTable(props: OutboxAt) {
  const { page, open } = props;
  const isElsewhere = open && !page.rows.some(({ id }) => id === open.id);
  return (
    <table className="outbox-table">
      <caption className="sr-only">Messages, newest first</caption>
      <thead>
        <tr>
          <th scope="col">To</th>
          <th scope="col">Message</th>
          <th scope="col" className="outbox-channel">
            Channel
          </th>
          <th scope="col">State</th>
          <th scope="col" className="outbox-tries">
            Tries
          </th>
          <th scope="col" className="outbox-when">
            When
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
          {messageName(row.kind)}
          {row.workspace && (
            <>
              {" · "}
              <bdi>{row.workspace}</bdi>
            </>
          )}
        </td>
        <td className="outbox-channel">{row.channel === "sms" ? "SMS" : "Email"}</td>
        <td>
          <span className={`outbox-state outbox-${toneOf(row.delivery)}`}>{rowWords(row, clock)}</span>
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
