import { useTranslations } from "next-intl";
import { GroupItem } from "@/components/members/group-item";
import { MemberItem } from "@/components/members/member-item";
import type { Seen } from "@/components/members/seen";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import type { Common } from "@/components/workspace/common";
import type { MemberGroup, MembersPage } from "@/lib/domain/member-views";

/** Internal users and teams, then clients and their groups. Numbers stand beside the headings when everybody is on the page. */
export function MemberList(props: Common & { page: MembersPage; seen: Seen; isWhole: boolean }) {
  const { page, seen, isWhole } = props;
  const t = useTranslations("members");
  const groupsOf = (kind: MemberGroup["kind"]) => page.groups.filter((group) => group.kind === kind);
  const sections = [
    ["internal", t("internalUsers"), [...page.internal, ...groupsOf("team")]],
    ["client", t("clients"), [...page.clients, ...groupsOf("client_group")]],
  ] as const;
  const nobody = seen.show === "not-delivered" ? "allDelivered" : "everybodyJoined";
  if (page.internal.length + page.clients.length + page.groups.length === 0)
    return (
      <Empty
        icon={<Icon name="find" />}
        title={seen.find ? t("nobodyMatches", { text: seen.find }) : t(nobody)}
      />
    );
  return sections.map(
    ([kind, words, rows]) =>
      rows.length > 0 && (
        <section key={kind} aria-labelledby={`panel-${kind}`}>
          <h3 id={`panel-${kind}`} className="panel-heading">
            <span>{words}</span>
            {isWhole && <span>{rows.length}</span>}
          </h3>
          <ul>
            {rows
              .toSorted((a, b) => a.order - b.order)
              .map((row) =>
                "groupId" in row ? (
                  <GroupItem key={row.groupId} {...props} group={row} opened={page.opened} />
                ) : (
                  <MemberItem key={row.contactId} {...props} person={row} />
                ),
              )}
          </ul>
        </section>
      ),
  );
}
