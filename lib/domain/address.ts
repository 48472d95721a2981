import { domainToASCII } from "node:url";
import parsePhoneNumber, { type CountryCode } from "libphonenumber-js";

export type Channel = "email" | "sms";
export type Address = { kind: "email" | "phone"; value: string };
export type AddressResult = { ok: true; address: Address } | { ok: false; reason: string };

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Dots that IDNA maps to "." (UTS 46) and the letters NFKC turns into "@" must not change the parse. */
const DISGUISED = /[\uff20\ufe6b\uff0e\uff0c\u3002\uff61\u2024\ufe52]/;

/**
 * The one normaliser of e-mail addresses: trimmed, NFKC, ASCII local part, lower-cased, domain as
 * A-label, "+tag" kept. Idempotent. Refuses quoted local parts, address literals, lists and
 * characters that only become "@" or "." by compatibility mapping. Lengths per RFC 5321 4.5.3.1.
 */
export function normaliseEmail(input: string): string | null {
  if (input.length > 512 || DISGUISED.test(input)) return null;
  const text = input.normalize("NFKC").trim();
  const [local, domain, ...rest] = text.split("@");
  if (!local || !domain || rest.length > 0) return null;
  const localPart = local.toLowerCase();
  if (localPart.length > 64 || !LOCAL_PART.test(localPart)) return null;
  const ascii = normaliseDomain(domain);
  if (!ascii || localPart.length + 1 + ascii.length > 254) return null;
  return `${localPart}@${ascii}`;
}

/** A domain name of at least two labels as lower-case A-labels, or null. No trailing dot, no IP address. */
export function normaliseDomain(input: string): string | null {
  if (/[\s%/?#:[\]\\]/.test(input)) return null;
  const ascii = domainToASCII(input).toLowerCase();
  const labels = ascii.split(".");
  if (labels.length < 2 || ascii.length > 253 || !labels.every((label) => LABEL.test(label))) return null;
  if (/^\d+$/.test(labels.at(-1) ?? "")) return null;
  return ascii;
}

/** A phone number in E.164; numbers without a country code are read in `country`. */
export function normalisePhone(input: string, country: string): string | null {
  if (input.length > 64) return null;
  const text = input.normalize("NFKC").trim().replace(/^00/, "+");
  if (!/^\+?[\d\s().\-/\u2010-\u2015]+$/.test(text)) return null;
  const phone = parsePhoneNumber(text, country as CountryCode);
  return phone?.isValid() && !phone.ext ? phone.number : null;
}

const UNUSUAL = "has unusual characters before the @, which are not supported";

/** An address that has everything but a local part in ASCII. */
function isUnusual(text: string): boolean {
  const [local, domain, ...rest] = text.normalize("NFKC").split("@");
  const isWhole = Boolean(local && domain && rest.length === 0 && normaliseDomain(domain));
  return isWhole && /[^\x20-\x7e]/.test(local ?? "") && !DISGUISED.test(text);
}

/** Reads typed text as an e-mail address or phone number; says in words what is missing. */
export function parseAddress(input: string, country: string): AddressResult {
  const text = input.trim();
  if (text.includes("@")) {
    const email = normaliseEmail(text);
    return email
      ? { ok: true, address: { kind: "email", value: email } }
      : { ok: false, reason: isUnusual(text) ? UNUSUAL : "needs a full email address" };
  }
  const digits = text.replace(/\D/g, "");
  if (digits.length < 3 || /\p{L}/u.test(text))
    return { ok: false, reason: "needs an email or phone number" };
  const phone = normalisePhone(text, country);
  if (phone) return { ok: true, address: { kind: "phone", value: phone } };
  return {
    ok: false,
    reason: digits.length < 8 ? "this phone number is too short" : "this phone number is not valid",
  };
}

/** How an address of each kind is reached. */
export const channelOf = (address: Pick<Address, "kind">): Channel =>
  address.kind === "email" ? "email" : "sms";

export const kindOf = (value: string): Address["kind"] => (value.includes("@") ? "email" : "phone");

/** A phone number as people write it, "+1 415 555 0134"; e-mail addresses unchanged. */
export function displayAddress(value: string): string {
  return kindOf(value) === "email" ? value : (parsePhoneNumber(value)?.formatInternational() ?? value);
}

/** A name in lists; of somebody who is known by a number only, the number as people write it. */
export const shownName = (name: string): string => (/^\+\d{7,15}$/.test(name) ? displayAddress(name) : name);

/** An address shown to people who should recognise but not learn it: "p•••@acme.com", "•••• 0134". */
export function maskAddress(value: string): string {
  if (kindOf(value) === "phone") return `•••• ${value.replace(/\D/g, "").slice(-4)}`;
  const [local = "", domain = ""] = value.split("@");
  return `${local.slice(0, 1)}•••@${domain}`;
}
