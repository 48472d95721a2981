import type { Seen } from "@/components/members/seen";
import { Find } from "@/components/ui/find";
import { withQuery } from "@/components/ui/query";

/** Finds a member by name or address, and narrows the list to those who have not joined. */
export function MemberFilter({ path, seen, notJoined }: { path: string; seen: Seen; notJoined: number }) {
  const list = { panel: "members", find: seen.find };
  const isNarrowed = seen.show === "not-joined";
  return (
    <div className="panel-filter">
      <Find
        action={path}
        label="Find a member"
        value={seen.find}
        keep={{ panel: "members", show: seen.show }}
      />
      <nav aria-label="Filter" className="segments">
        <a href={withQuery(path, list)} data-still aria-current={isNarrowed ? undefined : "true"}>
          All
        </a>
        <a
          href={withQuery(path, { ...list, show: "not-joined" })}
          data-still
          aria-current={isNarrowed ? "true" : undefined}
        >
          Not Joined {notJoined > 1000 ? "1,000+" : notJoined}
        </a>
      </nav>
    </div>
  );
}
