const BASE = "http://portal.invalid";
const MAX_LENGTH = 1000;
/** Pages that hold a secret in their address, or that make no sense to come back to. */
const NOT_A_TARGET = /^\/(api|invite|i|join|setup|sign-in|sign-out|stop|_next)(\/|$)/;
const DISGUISED_SEPARATOR = /%(25)*(2f|5c)/i;

/**
 * A path of this portal to go on to, rebuilt from its parts, or null. Refuses whatever a browser
 * could read as another site: "//", "/\", encoded, hidden in dot segments or behind control characters, which URL parsers
 * drop silently; and pages with secrets.
 */
export function safePath(input: string | null | undefined): string | null {
  if (!input?.startsWith("/") || input.startsWith("//") || input.length > MAX_LENGTH || !input.isWellFormed())
    return null;
  if (/[\p{Cc} \\]/u.test(input)) return null;
  const path = rebuild(input);
  return path !== null && rebuild(path) === path ? path : null;
}

function rebuild(input: string): string | null {
  if (!URL.canParse(input, BASE)) return null;
  const { origin, pathname, search, hash, username } = new URL(input, BASE);
  if (origin !== BASE || username || pathname.startsWith("//")) return null;
  if (DISGUISED_SEPARATOR.test(pathname) || NOT_A_TARGET.test(pathname.toLowerCase())) return null;
  return pathname + search + hash;
}
