import { headers } from "next/headers";

/**
 * Whether this request is a form that a browser without script sent: its action runs, then the page is rendered as the
 * answer. There a redirect would repeat the form elsewhere, and `notFound()` would leave the page blank.
 */
export async function isAfterForm(): Promise<boolean> {
  const given = await headers();
  return !given.has("next-action") && /^multipart\/form-data\b/i.test(given.get("content-type") ?? "");
}
