const TINTS = ["iris", "violet", "magenta", "coral", "amber", "lime", "green", "cyan"] as const;

/** The class that gives an element the two colours of a person, group or role; the same for the same id. */
export function tintClass(id: string): string {
  let hash = 7;
  for (let i = 0; i < id.length; i++) hash = (hash * 31 + id.charCodeAt(i)) >>> 0;
  return `tint-${TINTS[((hash ^ (hash >>> 15)) >>> 0) % TINTS.length]}`;
}
