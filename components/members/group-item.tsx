import { useTranslations } from "next-intl";
import { Waiting } from "@/components/invitations/waiting";
import { MemberItem } from "@/components/members/member-item";
import { RemoveGroup } from "@/components/members/remove-group";
import { listOf, type Seen } from "@/components/members/seen";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import type { Common } from "@/components/workspace/common";
import type { MemberGroup, MembersPage } from "@/lib/domain/member-views";
import type { RoomWords } from "@/lib/words/room";

type Props = Common & { seen: Seen; group: MemberGroup; opened: MembersPage["opened"] };

const kinds = { client_group: "clientGroup", team: "internalTeam" } as const;

function useFacts({ kind, people, joined, roles }: MemberGroup): string {
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const standing = people > 0 ? t("group.joined", { joined, people }) : t("group.nobody");
  return [ui(kinds[kind]), ...roles, standing].join(" · ");
}

/** "2 of 5 have not joined: Kim Lee, Jo Park". */
function waitingWords({ people, joined, waiting }: MemberGroup, t: RoomWords<"members">): string {
  const count = people - joined;
  const more = count - waiting.length;
  const names = waiting.join(", ");
  return t(more > 0 ? "group.waitingAndMore" : "group.waiting", { count, people, names, more });
}

/** A group as one row: how many of it have joined, and, opened in place, its people. */
export function GroupItem(props: Props) {
  const { at, may, seen, group, opened } = props;
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const facts = useFacts(group);
  const { groupId, name, people, joined, mayRemove } = group;
  const path = `/${at.org}/w/${at.workspace}`;
  const { group: _, inside: __, ...list } = listOf(seen);
  const here = listOf(seen);
  const isOpen = opened?.groupId === groupId;
  const isRemoving = mayRemove && seen.person === groupId;
  const count = people - joined;
  return (
    <li>
      <div
        id={`person-${groupId}`}
        className="person"
        data-row
        tabIndex={-1}
        data-marked={isRemoving || undefined}
      >
        <Avatar id={groupId} name={name} />
        <a
          href={isOpen ? withQuery(path, list) : withQuery(path, { ...list, group: groupId })}
          data-still
          aria-expanded={isOpen}
          className="person-words"
        >
          <p id={`name-${groupId}`} className="person-name">
            <bdi>{name}</bdi>
          </p>
          <p className="person-facts">
            <span aria-hidden>{isOpen ? "▾ " : "▸ "}</span>
            {facts}
          </p>
        </a>
        {count === 0 && people > 0 && <span className="person-joined">{ui("joined")}</span>}
        {count > 0 && !may.resend && (
          <Badge tone="warning" hasRing>
            {t("notJoined", { count })}
          </Badge>
        )}
        {count > 0 && may.resend && (
          <Waiting
            rowId={groupId}
            name={name}
            to={{ group: groupId }}
            count={count}
            words={waitingWords(group, t)}
            send={t("group.resend", { count })}
          />
        )}
        {mayRemove && (
          <a
            href={withQuery(path, isRemoving ? here : { ...here, person: groupId })}
            data-still
            aria-label={t("moreAbout", { name })}
            aria-expanded={isRemoving}
            className={`person-more ${buttonClass({ variant: "ghost", isIcon: true, size: "small" })}`}
          >
            •••
          </a>
        )}
        {may.removeAnyone && !mayRemove && <span className="person-more" />}
        {isRemoving && <RemoveGroup at={at} groupId={groupId} name={name} back={withQuery(path, here)} />}
      </div>
      {isOpen && <People {...props} opened={opened} path={path} />}
    </li>
  );
}

function People({
  opened,
  path,
  ...props
}: Props & { opened: NonNullable<MembersPage["opened"]>; path: string }) {
  const { seen, group } = props;
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const { inside, ...start } = listOf(seen);
  return (
    <>
      <ul aria-label={t("group.people", { name: group.name })} className="person-inside">
        {opened.people.map((person) => (
          <MemberItem key={person.contactId} {...props} person={person} inside={group.groupId} />
        ))}
      </ul>
      {(opened.next || inside) && (
        <p className="flex justify-center gap-2 p-4">
          {inside && (
            <a href={withQuery(path, start)} data-still>
              {ui("backToStart")}
            </a>
          )}
          {opened.next && (
            <a href={withQuery(path, { ...start, inside: opened.next })} data-still>
              {t("group.showMore", { name: group.name })}
            </a>
          )}
        </p>
      )}
    </>
  );
}
