import { useEffect, useState } from "react";
import type { GroupKind } from "@/lib/domain/groups";
import type { Recognition } from "@/lib/domain/people";
import type { RoomWords } from "@/lib/words/room";
import type { Audience, Found } from "./rows";

/** For whom people are looked: a workspace, a group, which may not exist yet, or a role of a template. */
export type At = { org: string } & (
  | { workspace: string }
  | { kind: GroupKind; group?: string }
  | { audience: Audience }
);

/** Where the server answers, ready for further parameters. */
function pathOf(at: At): string {
  if ("workspace" in at) return `/${at.org}/w/${at.workspace}/people?`;
  if ("audience" in at) return `/${at.org}/templates/people?audience=${at.audience}&`;
  const group = new URLSearchParams({ kind: at.kind, ...(at.group && { group: at.group }) });
  return `/${at.org}/contacts/people?${group}&`;
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error(answer.message);
}

/** Asks whose these texts are: one by one, or a whole list as it was pasted. Answers words when it cannot tell. */
export const lookUp = (
  at: At,
  wanted: { texts: string[] } | { list: string },
  t: RoomWords<"invite">,
): Promise<Recognition[] | string> =>
  ask<{ recognised: Recognition[] }>(pathOf(at), { method: "POST", body: JSON.stringify(wanted) }).then(
    ({ recognised }) => recognised,
    (error) =>
      error instanceof TypeError || error instanceof SyntaxError ? t("people.said.notRead") : error.message,
  );

const nothing: Found = { people: [], groups: [], typed: null };

/** Suggestions for what is being typed. Each keystroke gives up the request before it. */
export function useSuggestions(at: At, query: string, role?: string) {
  const path = pathOf(at);
  const [answer, setAnswer] = useState({ query: "", found: nothing });
  useEffect(() => {
    if (!query) return;
    const stop = new AbortController();
    const search = new URLSearchParams({ q: query.slice(0, 254), ...(role && { role }) });
    ask<Found>(path + search, { signal: stop.signal })
      .catch(() => nothing)
      .then((found) => stop.signal.aborted || setAnswer({ query, found }));
    return () => stop.abort();
  }, [path, query, role]);
  return { found: answer.found, isFresh: answer.query === query };
}
