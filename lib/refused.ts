import { browserSay, failureOf } from "@/lib/actions/run";
import { pageLanguage } from "@/lib/context";
import { sayIn } from "@/lib/words/say";

/** The HTTP status of each refusal, for routes that answer programs. */
export const STATUS = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  limited: 429,
  signed_out: 401,
  unexpected: 500,
} as const;

/** A refusal as plain text in the reader's language, or, where that cannot be read, in the browser's; never kept by a cache. */
export async function refused(error: unknown): Promise<Response> {
  const { code, message } = failureOf(error, await pageLanguage().then(sayIn, browserSay));
  return new Response(message, { status: STATUS[code], headers: { "Cache-Control": "private, no-store" } });
}
