import { useTranslations } from "next-intl";
import { FilterChoice } from "@/components/contacts/filter-choice";
import { LiveForm } from "@/components/contacts/live-form";
import { filterOptions } from "@/components/invitation-list/list-words";
import { isNarrowed, listPath, type Seen } from "@/components/invitation-list/seen";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { FindInput } from "@/components/ui/find-input";
import type { PORTAL } from "@/lib/domain/invitation-filter";
import type { FilterChoices } from "@/lib/domain/invitation-list";

type Props = { org: string; seen: Seen; choices: FilterChoices };

const portal: typeof PORTAL = "portal";

/** Search and filters: one GET form; each choice stands in the address bar. */
export function InvitationFilters({ org, seen, choices }: Props) {
  const t = useTranslations("invitations");
  const common = useTranslations("ui");
  const { inviters, workspaces, groups } = choices;
  const options = filterOptions(t);
  const places = [{ id: portal, name: t("filter.portal") }, ...workspaces];
  return (
    <search>
      <LiveForm action={`/${org}/invitations`} seen={seen}>
        <span className="find contacts-find">
          <FindInput label={t("filter.find")} value={seen.find} />
        </span>
        <FilterChoice name="state" label={t("filter.state")} value={seen.state} options={options.state} />
        <FilterChoice
          name="delivery"
          label={t("filter.delivery")}
          value={seen.delivery}
          options={options.delivery}
        />
        <FilterChoice name="age" label={t("filter.age")} value={seen.age} options={options.age} />
        <FilterChoice name="inviter" label={t("filter.inviter")} value={seen.inviter} options={inviters} />
        <FilterChoice
          name="workspace"
          label={t("filter.workspace")}
          value={seen.workspace}
          options={places}
        />
        {groups.length > 0 && (
          <FilterChoice name="group" label={t("filter.group")} value={seen.group} options={groups} />
        )}
        <noscript>
          <button type="submit" className={buttonClass()}>
            {common("search")}
          </button>
        </noscript>
        {isNarrowed(seen) && (
          <ButtonLink href={listPath(org, {})} variant="ghost">
            {t("filter.clear")}
          </ButtonLink>
        )}
      </LiveForm>
    </search>
  );
}
