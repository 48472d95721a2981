import type { ReactNode } from "react";
import { actWords, type ManyAct } from "@/components/invitation-list/list-words";
import { filterQuery, matchesWords, type Seen } from "@/components/invitation-list/seen";
import { Button } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";

type Props = { org: string; seen: Seen; matches: number; children: ReactNode };

const acts: ManyAct[] = ["resend", "cancel", "stop", "resume"];

/** The list's rows with their check-boxes, and what can be done with those selected: a GET form. */
export function InvitationSelection({ org, seen, matches, children }: Props) {
  const path = `/${org}/invitations`;
  const all = filterQuery(seen);
  return (
    <form action={`${path}/bulk`} className="contacts-selection">
      {Object.entries(all).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <p className="contacts-all">
        <a href={withQuery(`${path}/bulk`, { all: "1", ...all })} className="link">
          Select all {matchesWords(matches)}
        </a>
        {" · "}
        <a href={withQuery(`${path}/export`, all)} download className="link">
          Export CSV
        </a>
      </p>
      {children}
      <div role="toolbar" aria-label="With the selected" className="contacts-acts">
        <span className="contacts-count text-fg-2">selected</span>
        {acts.map((act) => (
          <Button key={act} type="submit" name="do" value={act} size="small">
            {actWords[act]}
          </Button>
        ))}
        <Button type="submit" formAction={`${path}/export`} size="small">
          Export CSV
        </Button>
        <Button type="reset" variant="ghost" size="small">
          Clear
        </Button>
      </div>
    </form>
  );
}
