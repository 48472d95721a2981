export type Query = Record<string, string | string[] | undefined>;

/** The first value of a parameter; undefined when it is missing or empty. */
export const one = (query: Query, name: string): string | undefined => [query[name]].flat()[0] || undefined;

/** A path with those parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
