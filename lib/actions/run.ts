import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { DomainError, type ErrorCode } from "@/lib/domain/errors";
import type { Language } from "@/lib/domain/languages";
import { readerLanguage } from "@/lib/domain/reader-language";
import { env } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { isOwnOrigin } from "@/lib/origin";
import { type Say, sayIn } from "@/lib/words/say";
import { typedIn } from "./typed-in";

export type Failure = {
  ok: false;
  code: ErrorCode | "unexpected";
  message: string;
  fields?: Record<string, string>;
  /** Where the first thing lies that is wrong inside a field of many parts. */
  within?: PropertyKey[];
};
export type Result<T> = { ok: true; data: T } | Failure;

/** State of a form: nothing sent yet, or the latest answer. */
export type FormState<T> = Result<T> | null;

/** What a refused form would have done. */
type Lost = "changed" | "sent";

/** A form as an object: React's own fields left out, repeated names as lists. */
export function readForm(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name);
    fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}

/** A refused form with what was typed into it. */
export type Refused = Failure & { typed: Record<string, string[]> };

/** State of a form that, refused, still holds what was typed, also without script. */
export type KeptState<T> = { ok: true; data: T } | Refused | null;

export const keepTyped = <T>(result: Result<T>, form: FormData): KeptState<T> =>
  result.ok ? result : { ...result, typed: typedIn(form) };

function checkAgain(isOne: boolean, lost: Lost): string {
  if (lost === "sent")
    return isOne
      ? "Please check the marked field. Nothing was sent."
      : "Please check the marked fields. Nothing was sent.";
  return isOne
    ? "Please check the marked field. Nothing was changed."
    : "Please check the marked fields. Nothing was changed.";
}

function invalid(error: z.ZodError, lost: Lost, say: Say): Failure {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[String(issue.path[0] ?? "form")] ??= say(issue.message);
  const unknown = error.issues.find((issue) => issue.code === "unrecognized_keys");
  const message = unknown
    ? "This form holds fields that do not belong to it."
    : checkAgain(Object.keys(fields).length === 1, lost);
  const within = error.issues[0]?.path;
  return {
    ok: false,
    code: "invalid",
    message: say(message),
    fields,
    ...(within && within.length > 1 && { within }),
  };
}

/**
 * The one way from the browser into the domain: checks the origin, finds out who acts, checks the
 * form strictly, calls one domain function, and turns refusals into words. What nobody foresaw is
 * logged under a reference id and reaches the browser as that id only.
 */
export async function runAction<C, S extends z.ZodType, T>(
  context: () => Promise<C>,
  schema: S,
  form: FormData,
  domain: (ctx: C, input: z.output<S>) => Promise<T>,
  lost: Lost = "changed",
): Promise<Result<T>> {
  let say = await browserSay();
  try {
    const origin = (await headers()).get("origin");
    if (!isOwnOrigin(origin, env().APP_URL))
      throw new DomainError(
        "forbidden",
        `Open Foyer at ${env().APP_URL} and try again. Nothing was changed.`,
      );
    const ctx = await context();
    say = sayFor(ctx) ?? say;
    const parsed = schema.safeParse(readForm(form));
    if (!parsed.success) return invalid(parsed.error, lost, say);
    return { ok: true, data: await domain(ctx, parsed.data) };
  } catch (error) {
    unstable_rethrow(error);
    return failureOf(error, say);
  }
}

/** How refusals are said to who acts in an organization. */
const sayFor = (ctx: unknown): Say | undefined =>
  typeof ctx === "object" && ctx !== null && "language" in ctx ? sayIn(ctx.language as Language) : undefined;

/** How refusals are said to somebody of whom only the browser is known. */
export const browserSay = async (): Promise<Say> =>
  sayIn(readerLanguage({ accepts: (await headers()).get("accept-language") }));

/** The answer for a thrown error in the reader's words; unknown ones are logged and named by reference only. */
export function failureOf(error: unknown, say: Say = (sentence) => sentence): Failure {
  if (error instanceof DomainError)
    return {
      ok: false,
      code: error.code,
      message: say(error.message),
      fields: saidFields(error.fields, say),
    };
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, error: describeError(error) }, "unexpected error");
  return {
    ok: false,
    code: "unexpected",
    message: say(
      `Something went wrong on our side. Nothing was changed. Try again; if it stays, mention ${reference}.`,
    ),
  };
}

const saidFields = (fields: Record<string, string> | undefined, say: Say) =>
  fields && Object.fromEntries(Object.entries(fields).map(([field, said]) => [field, say(said)]));
