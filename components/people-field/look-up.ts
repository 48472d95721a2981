import { useEffect, useState } from "react";
import type { Recognition } from "@/lib/domain/people";
import type { Found } from "./rows";

export type At = { org: string; workspace: string };

const NOT_READ = "Not looked up. Check the connection and try again. Nothing was lost.";

async function ask<T>({ org, workspace }: At, search: string, init: RequestInit): Promise<T> {
  const response = await fetch(`/${org}/w/${workspace}/people${search}`, init);
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error(answer.message);
}

/** Asks whose these texts are: one by one, or a whole list as it was pasted. Answers words when it cannot tell. */
export const lookUp = (
  at: At,
  wanted: { texts: string[] } | { list: string },
): Promise<Recognition[] | string> =>
  ask<{ recognised: Recognition[] }>(at, "", { method: "POST", body: JSON.stringify(wanted) }).then(
    ({ recognised }) => recognised,
    (error) => (error instanceof TypeError || error instanceof SyntaxError ? NOT_READ : error.message),
  );

const nothing: Found = { people: [], groups: [], typed: null };

/** Suggestions for what is being typed. Each keystroke gives up the request before it. */
export function useSuggestions({ org, workspace }: At, query: string, role?: string) {
  const [answer, setAnswer] = useState({ query: "", found: nothing });
  useEffect(() => {
    if (!query) return;
    const stop = new AbortController();
    const search = new URLSearchParams({ q: query.slice(0, 254), ...(role && { role }) });
    ask<Found>({ org, workspace }, `?${search}`, { signal: stop.signal })
      .catch(() => nothing)
      .then((found) => stop.signal.aborted || setAnswer({ query, found }));
    return () => stop.abort();
  }, [org, workspace, query, role]);
  return { found: answer.found, isFresh: answer.query === query };
}
