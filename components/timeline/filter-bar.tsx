import "./filter-bar.css";
import { Button } from "@/components/ui/button";
import { Find } from "@/components/ui/find";
import { withQuery } from "@/components/ui/query";

/** What the list is narrowed to, as it stands in the address bar. */
export type Seen = { find?: string; filter: string; group?: string; after?: string };

const filters = [
  ["all", "All"],
  ["mine", "Needs me"],
  ["waiting", "Waiting for others"],
  ["not-joined", "Not Joined"],
  ["archived", "Archived"],
] as const;

/** Filters as links, a client group and a find field as GET forms: all live in the address bar. */
export function FilterBar({
  path,
  seen,
  groups,
}: {
  path: string;
  seen: Seen;
  groups: { id: string; name: string }[];
}) {
  const filter = seen.filter === "all" ? undefined : seen.filter;
  return (
    <div className="filter-bar">
      <nav aria-label="Filter" className="segments">
        {filters.map(([value, words]) => (
          <a
            key={value}
            href={withQuery(path, {
              filter: value === "all" ? undefined : value,
              group: seen.group,
              find: seen.find,
            })}
            aria-current={value === seen.filter ? "true" : undefined}
          >
            {words}
          </a>
        ))}
      </nav>
      {groups.length > 0 && (
        <form action={path} className="flex items-center gap-2">
          {filter && <input type="hidden" name="filter" value={filter} />}
          {seen.find && <input type="hidden" name="find" value={seen.find} />}
          <select
            key={seen.group}
            name="group"
            aria-label="Client group"
            defaultValue={seen.group ?? ""}
            className="input"
          >
            <option value="">All client groups</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Button type="submit">Show</Button>
        </form>
      )}
      <Find action={path} label="Find a workspace" value={seen.find} keep={{ filter, group: seen.group }} />
    </div>
  );
}
