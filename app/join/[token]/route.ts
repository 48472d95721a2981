import {
  askedPage,
  deadJoinPage,
  digitsPage,
  type JoinSaid,
  joinPage,
  withdrawnPage,
} from "@/components/stranger/join-pages";
import { strangerResponse } from "@/components/stranger/layout";
import { failureOf } from "@/lib/actions/run";
import { enterSession } from "@/lib/auth/session-cookie";
import { userContext } from "@/lib/context";
import type { UserContext } from "@/lib/domain/context";
import { readJoin } from "@/lib/domain/join-link";
import { withdrawRequest } from "@/lib/domain/join-requests";
import { askForCode, followLink, JoinerName } from "@/lib/domain/join-use";
import { getPendingCode, RedeemCode, redeemCode } from "@/lib/domain/sign-in";
import { joinView } from "@/lib/join-view";
import { readStrangerForm, seeOther, strangerVisitor } from "@/lib/stranger";

type Params = { params: Promise<{ token: string }> };
type Form = Record<string, string>;

const dead = () => strangerResponse(deadJoinPage(), 404);

/** Shows what the link leads to, or where this browser's code is typed in; changes nothing, however often it is called. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const isProving = new URL(request.url).searchParams.get("step") === "code";
  return show(await userContext(), token, isProving ? { form: { act: "code" } } : {});
}

/** The page's buttons. Everything that somebody does by a Workspace Link happens here. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await readStrangerForm(request);
  if (!form) return new Response("Open the link again and press the button there.", { status: 403 });
  const ctx = await userContext();
  try {
    return await act(ctx, token, form);
  } catch (error) {
    const { code, message, fields } = failureOf(error);
    if (code === "gone" && form.act !== "withdraw") return dead();
    return show(ctx, token, { error: fields?.address ?? fields?.digits ?? message, form });
  }
}

function act(ctx: UserContext, token: string, form: Form): Promise<Response> {
  switch (form.act) {
    case "address":
    case "again":
      return sendCode(ctx, token, form);
    case "code":
      return proveAddress(ctx, token, form);
    case "join":
      return join(ctx, token, form);
    case "withdraw":
      return withdraw(ctx, token);
    default:
      return show(ctx, token);
  }
}

/** The page for whoever looks, with what went wrong and what they had typed. */
async function show(ctx: UserContext, token: string, said: JoinSaid = {}): Promise<Response> {
  const page = await readJoin(ctx, token);
  if (page.state === "dead") return dead();
  if (page.state === "member") return seeOther(page.path);
  const status = said.error ? 422 : 200;
  if (page.state === "asked") return strangerResponse(askedPage(joinView(page), said), status);
  const isProving = said.form?.act === "code" || said.form?.act === "again";
  const pending = isProving ? await pendingAddress(ctx, token) : null;
  if (pending) return strangerResponse(digitsPage(joinView(page), pending, said), status);
  return strangerResponse(joinPage(joinView(page), said), status);
}

const pendingAddress = async (ctx: UserContext, token: string) =>
  (await getPendingCode(ctx, (await strangerVisitor(token)).browserHash))?.address ?? null;

/** A code to the address that was typed, or again to the one this browser waits for. */
async function sendCode(ctx: UserContext, token: string, form: Form): Promise<Response> {
  const address = form.act === "again" ? await pendingAddress(ctx, token) : (form.address ?? "");
  if (address === null) return show(ctx, token);
  await askForCode(ctx, { ...(await strangerVisitor(token)), token, address });
  return seeOther(`/join/${token}?step=code`);
}

async function proveAddress(ctx: UserContext, token: string, form: Form): Promise<Response> {
  const input = RedeemCode.safeParse({ digits: form.digits });
  if (!input.success) return show(ctx, token, { error: "Enter the six digits from the message.", form });
  const proven = await redeemCode(ctx, { ...input.data, ...(await strangerVisitor(token)), anybody: true });
  await enterSession(proven.secret);
  return use({ ...ctx, userId: proven.userId }, token, { address: proven.address });
}

async function join(ctx: UserContext, token: string, form: Form): Promise<Response> {
  const name = JoinerName.safeParse(form.name);
  if (!name.success)
    return show(ctx, token, { error: name.error.issues[0]?.message ?? "Enter your name.", form });
  return use(ctx, token, { name: name.data, wasAsked: form.name !== undefined });
}

/** With the address proven: joins or asks; whose name nobody knows is asked for it first. */
async function use(
  ctx: UserContext,
  token: string,
  { wasAsked, ...given }: { address?: string; name?: string; wasAsked?: boolean },
): Promise<Response> {
  const { userId } = ctx;
  if (!userId) return seeOther(`/join/${token}`);
  try {
    const used = await followLink({ ...ctx, userId }, { token, ...given });
    if (used.state === "joined" || used.state === "invited") return seeOther(used.path);
    if (used.state === "nameless" && wasAsked) return show(ctx, token, { error: "Enter your name." });
    return seeOther(`/join/${token}`);
  } catch (error) {
    const { code, message } = failureOf(error);
    return code === "gone" ? dead() : show(ctx, token, { error: message });
  }
}

async function withdraw(ctx: UserContext, token: string): Promise<Response> {
  const page = await readJoin(ctx, token);
  if (page.state !== "asked") return show(ctx, token);
  await withdrawRequest(ctx, { organization: page.link.orgId, request: page.request.id });
  return strangerResponse(withdrawnPage(joinView(page)));
}
