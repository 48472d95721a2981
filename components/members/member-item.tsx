import { invitationWords } from "@/components/invitations/delivery-words";
import { NotJoined } from "@/components/invitations/not-joined";
import type { Seen } from "@/components/members/members-panel";
import { RemoveMember } from "@/components/members/remove-member";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import type { Common } from "@/components/workspace/common";
import type { MemberRow } from "@/lib/domain/views";

const factsOf = ({ isOwner, roles, company, address, name }: MemberRow): string =>
  [isOwner && "Owner", ...roles, company, address !== name && address].filter(Boolean).join(" · ");

/** One person: who it is, and whether they have joined. */
export function MemberItem({ at, may, clock, seen, person }: Common & { seen: Seen; person: MemberRow }) {
  const { contactId, name, isDeactivated, isMe, isOwner, invitation } = person;
  const isJoined = person.isJoined || isDeactivated;
  const path = `/${at.org}/w/${at.workspace}`;
  const list = { panel: "members", find: seen.find, show: seen.show, after: seen.after };
  const mayRemove = !isOwner && !isMe && (may.removeAnyone || Boolean(invitation?.mayCancel));
  const isExpanded = seen.person === contactId;
  const isOpen = mayRemove && isExpanded;
  const morePath = withQuery(path, { ...list, person: contactId });
  return (
    <li
      id={`person-${contactId}`}
      className="person"
      data-row
      tabIndex={-1}
      data-marked={isOpen || undefined}
    >
      <Avatar id={contactId} name={name} />
      <div className="person-words">
        <p id={`name-${contactId}`} className="person-name">
          <bdi>{name}</bdi>
          {isMe && <span className="text-fg-3"> (you)</span>}
        </p>
        <p className="person-facts">
          <bdi>{factsOf(person)}</bdi>
        </p>
      </div>
      {isDeactivated && <Badge>Deactivated</Badge>}
      {isJoined && !isDeactivated && <span className="person-joined">Joined</span>}
      {!isJoined && !(invitation && may.resend) && (
        <Badge tone="warning" hasRing>
          Not Joined
        </Badge>
      )}
      {!isJoined && invitation && may.resend && (
        <NotJoined
          contactId={contactId}
          name={name}
          invitationId={invitation.id}
          words={invitationWords(invitation, clock)}
          mayChange={person.kind === "client" || may.isAdmin}
          morePath={morePath}
          isExpanded={isExpanded}
        />
      )}
      {mayRemove && (
        <a
          href={isOpen ? withQuery(path, list) : morePath}
          data-still
          aria-label={`More about ${name}`}
          aria-expanded={isOpen}
          className={`person-more ${buttonClass({ variant: "ghost", isIcon: true, size: "small" })}`}
        >
          •••
        </a>
      )}
      {may.removeAnyone && !mayRemove && <span className="person-more" />}
      {isOpen && <RemoveMember at={at} contactId={contactId} name={name} back={withQuery(path, list)} />}
    </li>
  );
}
