import { useLocale, useTranslations } from "next-intl";
import { invitationWords } from "@/components/invitations/delivery-words";
import { NotJoined } from "@/components/invitations/not-joined";
import { Waiting } from "@/components/invitations/waiting";
import { MemberDelivery, mayChange } from "@/components/members/member-delivery";
import { RemoveMember } from "@/components/members/remove-member";
import { listOf, type Seen } from "@/components/members/seen";
import { ThroughGroup } from "@/components/members/through-group";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import type { Common } from "@/components/workspace/common";
import { blockedWords } from "@/lib/domain/delivery-words";
import type { MemberRow } from "@/lib/domain/views";
import { sayIn } from "@/lib/words/say";

type Props = Common & {
  seen: Seen;
  person: MemberRow;
  /** The group in whose row this one stands; the same person may stand in the list by name too. */
  inside?: string;
};

function useFacts({ isOwner, isDirect, roles, company, address, name, through }: MemberRow, inside?: string) {
  const t = useTranslations("members");
  const group = !isDirect && !inside && through[0] && t("member.through", { group: through[0].name });
  return [isOwner && t("member.owner"), ...roles, company, address !== name && address, group]
    .filter(Boolean)
    .join(" · ");
}

/** One person: who it is, and whether they have joined. */
export function MemberItem(props: Props) {
  const { at, view, may, seen, person, inside } = props;
  const { contactId, name, isMe, isOwner, invitation, through } = person;
  const t = useTranslations("members");
  const facts = useFacts(person, inside);
  const rowId = inside ? `${inside}-${contactId}` : contactId;
  const path = `/${at.org}/w/${at.workspace}`;
  const list = listOf(seen);
  const mayRemove = !isOwner && !isMe && (may.removeAnyone || Boolean(invitation?.mayCancel));
  const isExpanded = seen.person === rowId;
  const isOpen = mayRemove && isExpanded;
  const morePath = withQuery(path, { ...list, person: rowId });
  const back = withQuery(path, list);
  return (
    <li id={`person-${rowId}`} className="person" data-row tabIndex={-1} data-marked={isOpen || undefined}>
      <Avatar id={contactId} name={name} />
      <div className="person-words">
        <p id={`name-${rowId}`} className="person-name">
          <bdi>{name}</bdi>
          {isMe && <span className="text-fg-3"> {t("member.you")}</span>}
        </p>
        <p className="person-facts">
          <bdi>{facts}</bdi>
        </p>
      </div>
      <Standing {...props} rowId={rowId} morePath={morePath} isExpanded={isExpanded} />
      {mayRemove && (
        <a
          href={isOpen ? back : morePath}
          data-still
          aria-label={t("moreAbout", { name })}
          aria-expanded={isOpen}
          className={`person-more ${buttonClass({ variant: "ghost", isIcon: true, size: "small" })}`}
        >
          •••
        </a>
      )}
      {may.removeAnyone && !mayRemove && <span className="person-more" />}
      <MemberDelivery {...props} rowId={rowId} />
      {isOpen && through.length === 0 && (
        <RemoveMember
          at={at}
          contactId={contactId}
          name={name}
          roles={view.roles.filter(({ holder }) => holder?.id === contactId)}
          back={back}
        />
      )}
      {isOpen && through.length > 0 && (
        <ThroughGroup org={at.org} name={name} through={through} back={back} />
      )}
    </li>
  );
}

type StandingProps = Props & { rowId: string; morePath: string; isExpanded: boolean };

/** "Joined", or "Not Joined" with what is known and can be done about it. */
function Standing({ at, may, clock, person, rowId, morePath, isExpanded }: StandingProps) {
  const invite = useTranslations("invite");
  const { contactId, name, isJoined, isDeactivated, invitation, blocked } = person;
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const say = sayIn(useLocale());
  if (isDeactivated) return <Badge>{t("member.deactivated")}</Badge>;
  if (isJoined) return <span className="person-joined">{ui("joined")}</span>;
  if (!may.resend)
    return (
      <Badge tone="warning" hasRing>
        {ui("notJoined")}
      </Badge>
    );
  if (!invitation && blocked)
    return (
      <Waiting rowId={rowId} name={name} to={{ contact: contactId }} words={say(blockedWords(blocked))}>
        <ButtonLink href={`/${at.org}/contacts/${contactId}`}>{t("member.changeAddress")}</ButtonLink>
      </Waiting>
    );
  if (!invitation)
    return (
      <Waiting
        rowId={rowId}
        name={name}
        to={{ contact: contactId }}
        words={t("member.addedQuietly")}
        send={t("member.sendInvitation")}
      />
    );
  return (
    <NotJoined
      rowId={rowId}
      contactId={contactId}
      name={name}
      invitationId={invitation.id}
      words={invitationWords(invitation, clock, invite)}
      mayChange={mayChange(person, may)}
      morePath={morePath}
      isExpanded={isExpanded}
    />
  );
}
