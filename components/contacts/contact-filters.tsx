import { useTranslations } from "next-intl";
import { STATES } from "@/components/contacts/contact-state";
import { FilterChoice } from "@/components/contacts/filter-choice";
import { LiveForm } from "@/components/contacts/live-form";
import { filterQuery, listPath, type Seen } from "@/components/contacts/seen";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { FindInput } from "@/components/ui/find-input";
import { Icon } from "@/components/ui/icon";
import { withQuery } from "@/components/ui/query";

type Props = { org: string; seen: Seen; groups: { id: string; name: string }[]; isPeople: boolean };

/** Search, filters and export: one GET form; each choice stands in the address bar. */
export function ContactFilters({ org, seen, groups, isPeople }: Props) {
  const t = useTranslations("contacts");
  const ui = useTranslations("ui");
  const path = `/${org}/contacts`;
  const label = t(isPeople ? "find.people" : "find.groups");
  return (
    <search>
      <LiveForm action={path} seen={seen}>
        {seen.tab !== "clients" && <input type="hidden" name="tab" value={seen.tab} />}
        {seen.sort && <input type="hidden" name="sort" value={seen.sort} />}
        {seen.company && <input type="hidden" name="company" value={seen.company} />}
        <span className="find contacts-find">
          <FindInput label={label} value={seen.find} />
        </span>
        {isPeople && <Choices seen={seen} groups={groups} />}
        <noscript>
          <button type="submit" className={buttonClass()}>
            {ui("search")}
          </button>
        </noscript>
        {seen.company && (
          <a
            href={listPath(org, seen, { company: undefined })}
            data-still
            aria-label={t("find.removeCompany", { name: seen.company })}
            className="badge badge-accent max-w-full"
          >
            <span className="truncate">{t("find.company", { name: seen.company })}</span>{" "}
            <Icon name="close" />
          </a>
        )}
        {isPeople && (
          <ButtonLink
            href={withQuery(`${path}/export`, filterQuery(seen))}
            download
            className="contacts-export"
          >
            {t("export")}
          </ButtonLink>
        )}
      </LiveForm>
    </search>
  );
}

function Choices({ seen, groups }: Pick<Props, "seen" | "groups">) {
  const t = useTranslations("contacts");
  const kind = t(seen.tab === "internal" ? "find.team" : "find.group");
  const states = STATES.map((id) => ({ id, name: t(`state.${id}`) }));
  return (
    <>
      <FilterChoice name="state" label={t("column.status")} value={seen.state} options={states} />
      {groups.length > 0 && <FilterChoice name="group" label={kind} value={seen.group} options={groups} />}
    </>
  );
}
