export type Query = Record<string, string | string[] | undefined>;

/** The first value of a parameter; undefined when it is missing or empty. */
export const one = (query: Query, name: string): string | undefined => [query[name]].flat()[0] || undefined;

/** A path with those parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** Every parameter with all its values, but for those that change; a selection may be a long list. */
export function pairsOf(query: Query, change: Record<string, string | undefined> = {}): [string, string][] {
  const kept = Object.entries(query).flatMap(([name, value]) =>
    name in change ? [] : [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
  const changed = Object.entries(change).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return [...kept, ...changed];
}

/** A path with parameters that may come several times. */
export const withPairs = (path: string, pairs: [string, string][]) => `${path}?${new URLSearchParams(pairs)}`;
