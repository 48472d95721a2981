import { LiveForm } from "@/components/contacts/live-form";
import { ageWords, deliveryWords, stateWords } from "@/components/invitation-list/list-words";
import { isNarrowed, listPath, type Seen } from "@/components/invitation-list/seen";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { PORTAL } from "@/lib/domain/invitation-filter";
import type { FilterChoices } from "@/lib/domain/invitation-list";

type Props = { org: string; seen: Seen; choices: FilterChoices };

const portal: typeof PORTAL = "portal";

const LABEL = "Search name, email or phone";

/** Search and filters: one GET form; each choice stands in the address bar. */
export function InvitationFilters({ org, seen, choices }: Props) {
  const { inviters, workspaces, groups } = choices;
  const places = [{ id: portal, name: "No workspace (portal)" }, ...workspaces];
  return (
    <search>
      <LiveForm action={`/${org}/invitations`} find={seen.find ?? ""}>
        <span className="find contacts-find">
          <Icon name="find" />
          <input
            type="search"
            name="find"
            data-key="/"
            defaultValue={seen.find}
            maxLength={100}
            aria-label={LABEL}
            placeholder={`${LABEL}…`}
            enterKeyHint="search"
            className="input"
          />
        </span>
        <Choice name="state" label="State" value={seen.state} options={wordsOf(stateWords)} />
        <Choice name="delivery" label="Delivery" value={seen.delivery} options={wordsOf(deliveryWords)} />
        <Choice name="age" label="Age" value={seen.age} options={wordsOf(ageWords)} />
        <Choice name="inviter" label="Invited by" value={seen.inviter} options={inviters} />
        <Choice name="workspace" label="Workspace" value={seen.workspace} options={places} />
        {groups.length > 0 && <Choice name="group" label="Group" value={seen.group} options={groups} />}
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

type Option = { id: string; name: string };

const wordsOf = (words: Record<string, string>): Option[] =>
  Object.entries(words).map(([id, name]) => ({ id, name }));

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value?: string;
  options: Option[];
}) {
  return (
    <select key={`${name} ${value}`} name={name} aria-label={label} defaultValue={value} className="input">
      <option value="">{label}: Any</option>
      {options.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  );
}
