import type { z } from "zod";
import { failureOf } from "@/lib/actions/run";
import { workspaceContextFor } from "@/lib/context";
import type { WorkspaceContext } from "@/lib/domain/context";
import { DomainError } from "@/lib/domain/errors";
import { suggestGroups } from "@/lib/domain/group-suggestions";
import { RecognisePeople, recognisePeople, SuggestPeople, suggestPeople } from "@/lib/domain/people";
import { isAddressLike } from "@/lib/domain/recipient-shape";
import { env } from "@/lib/env";
import { isOwnOrigin } from "@/lib/origin";
import { STATUS } from "@/lib/refused";

type At = { params: Promise<{ org: string; workspace: string }> };

/** 500 texts of 512 characters, each up to six bytes as JSON. */
const LONGEST_BODY_BYTES = 2_000_000;

const json = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });

async function answer<T>({ params }: At, work: (ctx: WorkspaceContext) => Promise<T>): Promise<Response> {
  try {
    const { org, workspace } = await params;
    return json(await work(await workspaceContextFor(org, workspace)));
  } catch (error) {
    const { code, message } = failureOf(error);
    return json({ code, message }, STATUS[code]);
  }
}

function read<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid", parsed.error.issues[0]?.message ?? "The search could not be read.");
}

/** `?q=` (and `role`): contacts and groups for what is being typed, and, once it is an address, whose it is. */
export function GET(request: Request, at: At): Promise<Response> {
  return answer(at, async (ctx) => {
    const input = read(SuggestPeople, Object.fromEntries(new URL(request.url).searchParams));
    const [people, groups, recognised] = await Promise.all([
      suggestPeople(ctx, input),
      suggestGroups(ctx, input),
      isAddressLike(input.q) ? recognisePeople(ctx, { texts: [{ text: input.q }] }) : [],
    ]);
    return { people, groups, typed: recognised[0] ?? null };
  });
}

/** `{ texts }`, or `{ list }` as typed or pasted: whose each address is. Changes nothing, but answers only our own pages. */
export function POST(request: Request, at: At): Promise<Response> {
  return answer(at, async (ctx) => {
    if (!isOwnOrigin(request.headers.get("origin"), env().APP_URL))
      throw new DomainError("forbidden", `Open Foyer at ${env().APP_URL} and try again.`);
    const length = Number(request.headers.get("content-length") ?? Number.NaN);
    if (!(length <= LONGEST_BODY_BYTES))
      throw new DomainError("invalid", "Look up at most 500 people at once.");
    const body: unknown = await request.json().catch(() => null);
    return { recognised: await recognisePeople(ctx, read(RecognisePeople, body)) };
  });
}
