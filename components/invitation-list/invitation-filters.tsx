import { FilterChoice, optionsOf } from "@/components/contacts/filter-choice";
import { LiveForm } from "@/components/contacts/live-form";
import { ageWords, deliveryWords, stateWords } from "@/components/invitation-list/list-words";
import { isNarrowed, listPath, type Seen } from "@/components/invitation-list/seen";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { FindInput } from "@/components/ui/find-input";
import type { PORTAL } from "@/lib/domain/invitation-filter";
import type { FilterChoices } from "@/lib/domain/invitation-list";

type Props = { org: string; seen: Seen; choices: FilterChoices };

const portal: typeof PORTAL = "portal";

/** Search and filters: one GET form; each choice stands in the address bar. */
export function InvitationFilters({ org, seen, choices }: Props) {
  const { inviters, workspaces, groups } = choices;
  const places = [{ id: portal, name: "No workspace (portal)" }, ...workspaces];
  return (
    <search>
      <LiveForm action={`/${org}/invitations`} find={seen.find ?? ""}>
        <span className="find contacts-find">
          <FindInput label="Search name, email or phone" value={seen.find} />
        </span>
        <FilterChoice name="state" label="State" value={seen.state} options={optionsOf(stateWords)} />
        <FilterChoice
          name="delivery"
          label="Delivery"
          value={seen.delivery}
          options={optionsOf(deliveryWords)}
        />
        <FilterChoice name="age" label="Age" value={seen.age} options={optionsOf(ageWords)} />
        <FilterChoice name="inviter" label="Invited by" value={seen.inviter} options={inviters} />
        <FilterChoice name="workspace" label="Workspace" value={seen.workspace} options={places} />
        {groups.length > 0 && <FilterChoice name="group" label="Group" value={seen.group} options={groups} />}
        <noscript>
          <button type="submit" className={buttonClass()}>
            Search
          </button>
        </noscript>
        {isNarrowed(seen) && (
          <ButtonLink href={listPath(org, {})} variant="ghost">
            Clear filters
          </ButtonLink>
        )}
      </LiveForm>
    </search>
  );
}
