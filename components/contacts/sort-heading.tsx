import { listPath, type Seen } from "@/components/contacts/seen";

type Props = { org: string; seen: Seen; by: "name" | "added" | "state"; children: string };

/** A column's heading that sorts by it, and the other way round when it does already. A search has an order of its own. */
export function SortHeading({ org, seen, by, children }: Props) {
  if (seen.find)
    return (
      <th scope="col" className={`contacts-${by}`}>
        {children}
      </th>
    );
  const sort = seen.sort ?? "name";
  const next = sort === by ? `-${by}` : by;
  return (
    <th
      scope="col"
      className={`contacts-${by}`}
      aria-sort={sort === by ? "ascending" : sort === `-${by}` ? "descending" : undefined}
    >
      <a href={listPath(org, seen, { sort: next === "name" ? undefined : next })}>{children}</a>
    </th>
  );
}
