import { RequestFields } from "@/components/members/requests-fields";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import type { RequestRow } from "@/lib/domain/join-views";
import type { RequestsProps } from "./requests";

type Props = RequestsProps & { row: RequestRow; isOneOfMany: boolean };

const kindWords = { client: "Client", internal: "Internal user" };

function factsOf(
  { name, address, company, contactKind, audience, roleId }: RequestRow,
  roles: RequestsProps["roles"],
): string {
  const known = contactKind && `${kindWords[contactKind]} in your contacts`;
  const role = roles.find(({ id, holder }) => id === roleId && !holder);
  const comesAs = !known && `as ${kindWords[audience].toLowerCase()}`;
  return [address !== name && address, company, known || comesAs, role?.name].filter(Boolean).join(" · ");
}

/** One person who asks: who it is, and the two answers; opened, how they come in or why not. */
export function RequestItem(props: Props) {
  const { row, path, query, open, clock, isOneOfMany } = props;
  const { request, name, contactId, contactKind, mayApprove, askedAt } = row;
  const isOpen = open === request;
  const href = `${withQuery(path, { ...query, request: isOpen ? undefined : request })}#requests`;
  const facts = factsOf(row, props.roles);
  return (
    <li className="person" data-row tabIndex={-1} data-marked={isOpen || undefined}>
      {isOneOfMany && <input type="checkbox" name="chosen" value={request} aria-label={`Select ${name}`} />}
      <Avatar id={contactId ?? request} name={name} />
      <div className="person-words">
        <p className="person-name">
          <bdi>{name}</bdi>
        </p>
        <p className="person-facts">
          {facts && (
            <>
              <bdi>{facts}</bdi> ·{" "}
            </>
          )}
          asked <Moment at={askedAt} clock={clock} />
        </p>
      </div>
      <p className="requests-answers">
        {(mayApprove || (isOpen && contactKind !== "internal")) && (
          <Submit name="approve" value={request} size="small" aria-label={`Approve ${name}`}>
            Approve
          </Submit>
        )}
        <Submit name="decline" value={request} size="small" aria-label={`Decline ${name}`}>
          Decline
        </Submit>
        <a
          href={href}
          data-still
          aria-label={`More about ${name}`}
          aria-expanded={isOpen}
          className={`person-more ${buttonClass({ variant: "ghost", isIcon: true, size: "small" })}`}
        >
          •••
        </a>
      </p>
      {isOpen && <RequestFields {...props} />}
    </li>
  );
}
