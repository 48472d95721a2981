import { listPath, type Seen } from "@/components/contacts/seen";

type Props = { org: string; seen: Seen; by: "name" | "added" | "state"; children: string };

/** A column's heading that sorts by it, and the other way round when it does already. */
export function SortHeading({ org, seen, by, children }: Props) {
  const sort = seen.sort ?? "name";
  const isSearch = Boolean(seen.find);
  const isAscending = sort === by && !isSearch;
  const isDescending = sort === `-${by}` && !isSearch;
  const next = isAscending && by !== "state" ? `-${by}` : by;
  return (
    <th
      scope="col"
      className={`contacts-${by}`}
      aria-sort={isAscending ? "ascending" : isDescending ? "descending" : undefined}
    >
      <a href={listPath(org, seen, { sort: next === "name" ? undefined : next, find: undefined })}>
        {children}
      </a>
    </th>
  );
}
