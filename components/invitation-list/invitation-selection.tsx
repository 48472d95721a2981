import type { ReactNode } from "react";
import { ActsBar } from "@/components/contacts/acts-bar";
import { actWords, type ManyAct } from "@/components/invitation-list/list-words";
import { filterQuery, matchesWords, type Seen } from "@/components/invitation-list/seen";
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
      <ActsBar
        acts={acts.map((act) => [act, actWords[act]])}
        download={{ path: `${path}/export`, words: "Export CSV" }}
      />
    </form>
  );
}
