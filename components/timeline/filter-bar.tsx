import { Find } from "@/components/ui/find";
import { withQuery } from "@/components/ui/query";

/** What the list is narrowed to, as it stands in the address bar. */
export type Seen = { find?: string; filter: string; after?: string };

const filters = [
  ["all", "All"],
  ["mine", "Needs me"],
  ["waiting", "Waiting for others"],
  ["not-joined", "Not Joined"],
] as const;

/** Filters as links and a find field as a GET form: both live in the address bar. */
export function FilterBar({ path, seen }: { path: string; seen: Seen }) {
  const filter = seen.filter === "all" ? undefined : seen.filter;
  return (
    <div className="filter-bar">
      <nav aria-label="Filter" className="segments">
        {filters.map(([value, words]) => (
          <a
            key={value}
            href={withQuery(path, { filter: value === "all" ? undefined : value, find: seen.find })}
            aria-current={value === seen.filter ? "true" : undefined}
          >
            {words}
          </a>
        ))}
      </nav>
      <Find action={path} label="Find a workspace" value={seen.find} keep={{ filter }} />
    </div>
  );
}
