import { MemberItem } from "@/components/members/member-item";
import type { Seen } from "@/components/members/members-panel";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import type { Common } from "@/components/workspace/common";
import type { MembersPage } from "@/lib/domain/views";

/** Internal users, then clients. Numbers stand beside the headings when everybody is on the page. */
export function MemberList(props: Common & { page: MembersPage; seen: Seen; isWhole: boolean }) {
  const { page, seen, isWhole } = props;
  const groups = [
    ["internal", "Internal users", page.internal],
    ["client", "Clients", page.clients],
  ] as const;
  if (page.internal.length + page.clients.length === 0)
    return (
      <Empty
        icon={<Icon name="find" />}
        title={seen.find ? `Nobody matches “${seen.find}”.` : "Everybody here has joined."}
      />
    );
  return groups.map(
    ([kind, words, people]) =>
      people.length > 0 && (
        <section key={kind} aria-labelledby={`panel-${kind}`}>
          <h3 id={`panel-${kind}`} className="panel-heading">
            <span>{words}</span>
            {isWhole && <span>{people.length}</span>}
          </h3>
          <ul>
            {people.map((person) => (
              <MemberItem key={person.contactId} {...props} person={person} />
            ))}
          </ul>
        </section>
      ),
  );
}
