import { createHmac, timingSafeEqual } from "node:crypto";

/** A form as Twilio signs it: each name and value once, by name. */
function signedForm(form: URLSearchParams): string {
  const pairs = [...new Set([...form].map(([name, value]) => JSON.stringify([name, value])))]
    .map((pair) => JSON.parse(pair) as [string, string])
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1));
  return pairs.map(([name, value]) => name + value).join("");
}

/**
 * Whether who holds one of the tokens has signed this form for this address.
 * Source: twilio.com/docs/usage/webhooks/webhooks-security.
 */
export function verifyTwilio(
  { url, form, signature }: { url: string; form: URLSearchParams; signature: string | null },
  tokens: readonly string[],
): boolean {
  const given = Buffer.from(signature ?? "", "base64");
  const signed = url + signedForm(form);
  return tokens.some((token) => {
    const right = createHmac("sha1", token).update(signed, "utf8").digest();
    return given.length === right.length && timingSafeEqual(given, right);
  });
}
