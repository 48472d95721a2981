import { failureOf } from "@/lib/actions/run";

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

/** A refusal as plain text, never kept by a cache. */
export function refused(error: unknown): Response {
  const { code, message } = failureOf(error);
  return new Response(message, { status: STATUS[code], headers: { "Cache-Control": "private, no-store" } });
}
