import type { ReactNode } from "react";
import { capped, filterQuery, type Seen } from "@/components/contacts/seen";
import { SelectionKeys } from "@/components/contacts/selection-keys";
import { Button } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";

type Props = { org: string; seen: Seen; matches: number; isAdmin: boolean; children: ReactNode };

const acts = [
  ["workspace", "Add to Workspace"],
  ["group", "Add to group"],
  ["invite", "Invite"],
] as const;

/**
 * The list's rows with their check-boxes, and what can be done with those selected: a GET form, which also carries the
 * list that it leads back to.
 */
export function Selection({ org, seen, matches, isAdmin, children }: Props) {
  const path = `/${org}/contacts/bulk`;
  return (
    <form action={path} className="contacts-selection">
      {Object.entries({ ...filterQuery(seen), sort: seen.sort }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <p className="contacts-all">
        <a href={withQuery(path, { all: "1", ...filterQuery(seen) })} className="link">
          Select all {capped(matches)} that match
        </a>
        {" · "}
        <a href={withQuery(`/${org}/contacts/export`, filterQuery(seen))} download className="link">
          Export all
        </a>
      </p>
      <SelectionKeys />
      {children}
      <div role="toolbar" aria-label="With the selected" className="contacts-acts">
        <span className="contacts-count text-fg-2">selected</span>
        {acts.map(([act, words]) => (
          <Button key={act} type="submit" name="do" value={act} size="small">
            {words}
          </Button>
        ))}
        {isAdmin && (
          <Button type="submit" name="do" value="deactivate" size="small">
            Deactivate
          </Button>
        )}
        <Button type="submit" formAction={`/${org}/contacts/export`} size="small">
          Export
        </Button>
        <Button type="reset" variant="ghost" size="small">
          Clear
        </Button>
      </div>
    </form>
  );
}
