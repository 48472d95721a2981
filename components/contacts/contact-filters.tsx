import { stateWords } from "@/components/contacts/contact-state";
import { LiveForm } from "@/components/contacts/live-form";
import { filterQuery, listPath, type Seen } from "@/components/contacts/seen";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { withQuery } from "@/components/ui/query";

type Props = { org: string; seen: Seen; groups: { id: string; name: string }[]; isPeople: boolean };

/** Search, filters and export: one GET form; each choice stands in the address bar. */
export function ContactFilters({ org, seen, groups, isPeople }: Props) {
  const path = `/${org}/contacts`;
  const label = isPeople ? "Search name, email, phone or company" : "Search by name";
  return (
    <search>
      <LiveForm action={path} find={seen.find ?? ""}>
        {seen.tab !== "clients" && <input type="hidden" name="tab" value={seen.tab} />}
        {seen.sort && <input type="hidden" name="sort" value={seen.sort} />}
        {seen.company && <input type="hidden" name="company" value={seen.company} />}
        <span className="find contacts-find">
          <Icon name="find" />
          <input
            type="search"
            name="find"
            data-key="/"
            defaultValue={seen.find}
            maxLength={100}
            aria-label={label}
            placeholder={`${label}…`}
            enterKeyHint="search"
            className="input"
          />
        </span>
        {isPeople && <Choices seen={seen} groups={groups} />}
        <noscript>
          <button type="submit" className={buttonClass()}>
            Search
          </button>
        </noscript>
        {seen.company && (
          <a
            href={listPath(org, seen, { company: undefined })}
            data-still
            aria-label={`Company ${seen.company}, remove`}
            className="badge badge-accent"
          >
            Company: {seen.company} <Icon name="close" />
          </a>
        )}
        {isPeople && (
          <ButtonLink
            href={withQuery(`${path}/export`, filterQuery(seen))}
            target="_blank"
            className="contacts-export"
          >
            Export
          </ButtonLink>
        )}
      </LiveForm>
    </search>
  );
}

function Choices({ seen, groups }: Pick<Props, "seen" | "groups">) {
  const kind = seen.tab === "internal" ? "Team" : "Group";
  return (
    <>
      <select
        key={`state ${seen.state}`}
        name="state"
        aria-label="Status"
        defaultValue={seen.state}
        className="input"
      >
        <option value="">Status: Any</option>
        {Object.entries(stateWords).map(([state, words]) => (
          <option key={state} value={state}>
            {words}
          </option>
        ))}
      </select>
      {groups.length > 0 && (
        <select
          key={`group ${seen.group}`}
          name="group"
          aria-label={kind}
          defaultValue={seen.group}
          className="input"
        >
          <option value="">{kind}: Any</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
