import { createHmac, timingSafeEqual } from "node:crypto";

/** How far the clocks of provider and database may be apart; older requests are replays. */
const WINDOW_SECONDS = 300;

const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** The signing secrets of a setting: one, or two while the older one is being replaced. */
export const secretsOf = (setting: string | undefined): string[] =>
  (setting ?? "").split(",").flatMap((secret) => secret.trim() || []);

/**
 * The id of a request that whoever holds one of the secrets has signed, byte for byte, within five minutes of `now`;
 * null for every other. Several signatures may be given, one has to be right.
 * Source: Standard Webhooks, docs.svix.com/receiving/verifying-payloads/how-manual.
 */
export function verifySvix(
  headers: Headers,
  body: Buffer,
  { secrets, now }: { secrets: readonly string[]; now: Date },
): string | null {
  const id = headers.get("svix-id") ?? "";
  const timestamp = headers.get("svix-timestamp") ?? "";
  if (!/^[\w-]{1,128}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return null;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > WINDOW_SECONDS) return null;
  const given = (headers.get("svix-signature") ?? "").split(" ").flatMap((part) => {
    const [version, signature] = part.split(",");
    return version === "v1" && signature ? Buffer.from(signature, "base64") : [];
  });
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const expected = secrets.map((secret) =>
    createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
      .update(signed)
      .digest(),
  );
  return expected.some((right) => given.some((one) => sameBytes(one, right))) ? id : null;
}
