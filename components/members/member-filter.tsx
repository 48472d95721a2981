import { useTranslations } from "next-intl";
import type { Seen } from "@/components/members/seen";
import { Find } from "@/components/ui/find";
import { withQuery } from "@/components/ui/query";

/** Finds a member by name or address, and narrows the list to those who have not joined. */
export function MemberFilter({ path, seen, notJoined }: { path: string; seen: Seen; notJoined: number }) {
  const t = useTranslations("members");
  const list = { panel: "members", find: seen.find };
  return (
    <div className="panel-filter">
      <Find action={path} label={t("find")} value={seen.find} keep={{ panel: "members", show: seen.show }} />
      <nav aria-label={t("filter")} className="segments">
        <a href={withQuery(path, list)} data-still aria-current={seen.show ? undefined : "true"}>
          {t("all")}
        </a>
        <a
          href={withQuery(path, { ...list, show: "not-joined" })}
          data-still
          aria-current={seen.show === "not-joined" ? "true" : undefined}
        >
          {t("notJoined", { count: notJoined > 1000 ? t("manyCount") : notJoined })}
        </a>
      </nav>
    </div>
  );
}
