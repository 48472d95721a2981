import { isIP } from "node:net";

/**
 * The network a request comes from, as the outermost trusted proxy saw it; null when no proxy is
 * trusted or the header is short or malformed, for then anybody may have written it. IPv6 counts
 * by its /64, which is one household.
 */
export function clientIp(headers: Headers, trustedProxies: number): string | null {
  if (trustedProxies === 0) return null;
  const hops = (headers.get("x-forwarded-for") ?? "").split(",");
  const hop = hops.at(-trustedProxies)?.trim();
  return hop ? normaliseIp(hop) : null;
}

function normaliseIp(hop: string): string | null {
  const bare = hop.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  if (isIP(mapped) === 4) return mapped;
  return isIP(mapped) === 6 && !mapped.includes("%") ? `${networkOf(mapped)}::/64` : null;
}

function networkOf(address: string): string {
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
