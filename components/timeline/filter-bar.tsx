import "./filter-bar.css";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Find } from "@/components/ui/find";
import { withQuery } from "@/components/ui/query";

/** What the list is narrowed to, as it stands in the address bar. */
export type Seen = { find?: string; filter: string; group?: string; after?: string };

const filters = ["all", "mine", "waiting", "not-joined", "archived"] as const;

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
  const t = useTranslations("timeline");
  const filter = seen.filter === "all" ? undefined : seen.filter;
  return (
    <div className="filter-bar">
      <nav aria-label={t("filter.label")} className="segments">
        {filters.map((value) => (
          <a
            key={value}
            href={withQuery(path, {
              filter: value === "all" ? undefined : value,
              group: seen.group,
              find: seen.find,
            })}
            aria-current={value === seen.filter ? "true" : undefined}
          >
            {t(`filter.${value}`)}
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
            aria-label={t("filter.group")}
            defaultValue={seen.group ?? ""}
            className="input"
          >
            <option value="">{t("filter.allGroups")}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Button type="submit">{t("filter.show")}</Button>
        </form>
      )}
      <Find action={path} label={t("filter.find")} value={seen.find} keep={{ filter, group: seen.group }} />
    </div>
  );
}
