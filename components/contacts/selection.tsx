import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActsBar } from "@/components/contacts/acts-bar";
import { capped, filterQuery, type Seen } from "@/components/contacts/seen";
import { SelectionKeys } from "@/components/contacts/selection-keys";
import { withQuery } from "@/components/ui/query";

type Props = { org: string; seen: Seen; matches: number; isAdmin: boolean; children: ReactNode };

const acts = ["workspace", "group", "invite"] as const;

/**
 * The list's rows with their check-boxes, and what can be done with those selected: a GET form, which also carries the
 * list that it leads back to.
 */
export function Selection({ org, seen, matches, isAdmin, children }: Props) {
  const t = useTranslations("contacts");
  const offered = isAdmin ? [...acts, "deactivate" as const] : acts;
  const path = `/${org}/contacts/bulk`;
  return (
    <form action={path} className="contacts-selection">
      {Object.entries({ ...filterQuery(seen), sort: seen.sort }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <p className="contacts-all">
        <a href={withQuery(path, { all: "1", ...filterQuery(seen) })} className="link">
          {t("selectAll", { count: capped(matches, t) })}
        </a>
      </p>
      <SelectionKeys />
      {children}
      <ActsBar
        acts={offered.map((act) => [act, t(`act.${act}`)])}
        download={{ path: `/${org}/contacts/export`, words: t("export") }}
      />
    </form>
  );
}
