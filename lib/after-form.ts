import { headers } from "next/headers";
import { notFound } from "next/navigation";

/**
 * Whether this request is a form that a browser without script sent: its action runs, then the page is rendered as the
 * answer. There a redirect would repeat the form elsewhere, and `notFound()` would leave the page blank.
 */
export async function isAfterForm(): Promise<boolean> {
  const given = await headers();
  return !given.has("next-action") && /^multipart\/form-data\b/i.test(given.get("content-type") ?? "");
}

/** The page that answers a form is not there: `answering` says so in its place. */
export class NotHere extends Error {}

/** Ends a page that is not there. */
export async function noPage(): Promise<never> {
  if (await isAfterForm()) throw new NotHere();
  notFound();
}
