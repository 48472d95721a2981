import type { z } from "zod";
import type { Context } from "@/lib/domain/context";
import { DomainError } from "@/lib/domain/errors";
import { RecognisePeople } from "@/lib/domain/people";
import { env } from "@/lib/env";
import { isOwnOrigin } from "@/lib/origin";
import { STATUS } from "@/lib/refused";
import { sayIn } from "@/lib/words/say";
import { browserSay, failureOf } from "./run";

/** 500 texts of 512 characters, each up to six bytes as JSON. */
const LONGEST_BODY_BYTES = 2_000_000;

const json = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });

/**
 * What a route that looks something up answers; a refusal in the reader's words, with its status. Nothing is kept
 * anywhere.
 */
export async function answerJson<C extends Context>(
  context: () => Promise<C>,
  work: (ctx: C) => Promise<unknown>,
): Promise<Response> {
  let say = await browserSay();
  try {
    const ctx = await context();
    say = sayIn(ctx.language);
    return json(await work(ctx));
  } catch (error) {
    const { code, message } = failureOf(error, say);
    return json({ code, message }, STATUS[code]);
  }
}

/** The query or body as the schema wants it; refuses everything else in words. */
export function readInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid", parsed.error.issues[0]?.message ?? "The search could not be read.");
}

export const readQuery = <S extends z.ZodType>(schema: S, request: Request): z.output<S> =>
  readInput(schema, Object.fromEntries(new URL(request.url).searchParams));

/** `{ texts }` or `{ list }` of a request that our own page made; refuses others, and too much at once. */
export async function readTexts(request: Request): Promise<z.output<typeof RecognisePeople>> {
  if (!isOwnOrigin(request.headers.get("origin"), env().APP_URL))
    throw new DomainError("forbidden", `Open Foyer at ${env().APP_URL} and try again.`);
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= LONGEST_BODY_BYTES))
    throw new DomainError("invalid", "Look up at most 500 people at once.");
  return readInput(RecognisePeople, await request.json().catch(() => null));
}
