import { useTranslations } from "next-intl";
import { RequestFields } from "@/components/members/requests-fields";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import type { RequestRow } from "@/lib/domain/join-views";
import type { RoomWords } from "@/lib/words/room";
import type { RequestsProps } from "./requests";

type Props = RequestsProps & { row: RequestRow; mayDecide: boolean; isOneOfMany: boolean };

const known = { client: "requests.knownClient", internal: "requests.knownInternal" } as const;
const comesAs = { client: "requests.asClient", internal: "requests.asInternal" } as const;

function factsOf(
  { name, address, company, contactKind, audience, roleId }: RequestRow,
  roles: RequestsProps["roles"],
  t: RoomWords<"members">,
): string {
  const role = roles.find(({ id, holder }) => id === roleId && !holder);
  const kind = t(contactKind ? known[contactKind] : comesAs[audience]);
  return [address !== name && address, company, kind, role?.name].filter(Boolean).join(" · ");
}

/** One person who asks: who it is and, where that can be decided, the two answers; opened, how they come in or why not. */
export function RequestItem(props: Props) {
  const { row, open, clock, mayDecide, isOneOfMany } = props;
  const { request, name, contactId, askedAt } = row;
  const t = useTranslations("members");
  const isOpen = mayDecide && open === request;
  const facts = factsOf(row, props.roles, t);
  return (
    <li className="person" data-row tabIndex={-1} data-marked={isOpen || undefined}>
      {isOneOfMany && (
        <input type="checkbox" name="chosen" value={request} aria-label={t("requests.select", { name })} />
      )}
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
          {t.rich("requests.asked", { at: () => <Moment at={askedAt} clock={clock} /> })}
        </p>
      </div>
      {mayDecide && <Answers {...props} isOpen={isOpen} />}
      {isOpen && <RequestFields {...props} />}
    </li>
  );
}

/** "Approve" where one may, "Decline", and what leads to more. */
function Answers({ row, path, query, isOpen }: Props & { isOpen: boolean }) {
  const { request, name, contactKind, mayApprove } = row;
  const t = useTranslations("members");
  const href = `${withQuery(path, { ...query, request: isOpen ? undefined : request })}#requests`;
  return (
    <p className="requests-answers">
      {(mayApprove || (isOpen && contactKind !== "internal")) && (
        <Submit name="approve" value={request} size="small" aria-label={t("requests.approveWho", { name })}>
          {t("requests.approve")}
        </Submit>
      )}
      <Submit name="decline" value={request} size="small" aria-label={t("requests.declineWho", { name })}>
        {t("requests.decline")}
      </Submit>
      <a
        href={href}
        data-still
        aria-label={t("moreAbout", { name })}
        aria-expanded={isOpen}
        className={`person-more ${buttonClass({ variant: "ghost", isIcon: true, size: "small" })}`}
      >
        •••
      </a>
    </p>
  );
}
