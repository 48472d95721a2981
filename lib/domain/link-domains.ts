import { z } from "zod";
import { type Address, normaliseDomain, normaliseEmail } from "./address";

/** At most this many domains on one link. */
export const MAX_DOMAINS = 50;

/**
 * Whether an address may use a link that names these domains. No domains: everybody. Otherwise only
 * e-mail addresses whose A-label is named exactly, or lies below one named with "*.".
 */
export function isAllowedAddress(address: Address, domains: string[]): boolean {
  if (domains.length === 0) return true;
  const email = address.kind === "email" ? normaliseEmail(address.value) : null;
  const host = email?.split("@")[1];
  if (!host) return false;
  return domains.some((domain) =>
    domain.startsWith("*.") ? host.endsWith(domain.slice(1)) : host === domain,
  );
}

/** A typed domain, "@acme.com" and "*.Acme.com" included, as it is stored; null if it is none. */
function readDomain(typed: string): string | null {
  const text = typed.replace(/^@/, "");
  const below = text.startsWith("*.");
  const ascii = normaliseDomain(below ? text.slice(2) : text);
  return ascii && (below ? `*.${ascii}` : ascii);
}

function whyNot(typed: string): string {
  if (/[^@]@/.test(typed)) return `“${typed}” is an address. Write only what stands after the @.`;
  if (typed.includes("*")) return `“${typed}” is not understood. For subdomains write “*.acme.com”.`;
  return `“${typed}” is not a domain. Write it like “acme.com”.`;
}

/**
 * Typed domains, separated by commas, spaces or lines, as stored: trimmed, lower-case A-labels, each
 * once. Refuses, naming it, what is no domain, and more than `MAX_DOMAINS`.
 */
export const Domains = z
  .string("This must be text.")
  .max(MAX_DOMAINS * 256, `Use at most ${MAX_DOMAINS} domains.`)
  .transform((text, check) => {
    const typed = text.split(/[\s,;]+/).filter(Boolean);
    const domains = typed.map((one) => readDomain(one));
    const wrong = typed.find((_, at) => domains[at] === null);
    const unique = [...new Set(domains.filter((domain) => domain !== null))];
    if (wrong !== undefined) check.addIssue(whyNot(wrong.slice(0, 80)));
    else if (unique.length > MAX_DOMAINS) check.addIssue(`Use at most ${MAX_DOMAINS} domains.`);
    return unique;
  });
