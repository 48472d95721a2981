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
import { catalogueIn, languageOf } from "@/lib/catalogue";
import { userContext } from "@/lib/context";
import type { UserContext } from "@/lib/domain/context";
import { readJoin } from "@/lib/domain/join-link";
import { withdrawRequest } from "@/lib/domain/join-requests";
import { askForCode, followLink, JoinerName } from "@/lib/domain/join-use";
import { readerLanguage } from "@/lib/domain/reader-language";
import { ENTER_DIGITS, getPendingCode, RedeemCode, redeemCode } from "@/lib/domain/sign-in";
import { ENTER_NAME } from "@/lib/domain/text";
import { joinView } from "@/lib/join-view";
import { notOurs, readStrangerForm, seeOther, strangerVisitor } from "@/lib/stranger";
import { sayIn } from "@/lib/words/say";

type Params = { params: Promise<{ token: string }> };
type Form = Record<string, string>;

/** Who looks, by which link, with which Accept-Language. */
type Visit = { ctx: UserContext; token: string; accepts: string | null };

const visitOf = async (request: Request, { params }: Params): Promise<Visit> => ({
  ctx: await userContext(),
  token: (await params).token,
  accepts: request.headers.get("accept-language"),
});

/** Nothing of a link is in it, the organization's language neither. */
const dead = ({ accepts }: Visit) =>
  strangerResponse(deadJoinPage(catalogueIn(readerLanguage({ accepts }))), 404);

/** Shows what the link leads to, or where this browser's code is typed in; changes nothing, however often it is called. */
export async function GET(request: Request, params: Params): Promise<Response> {
  const isProving = new URL(request.url).searchParams.get("step") === "code";
  return show(await visitOf(request, params), isProving ? { form: { act: "code" } } : {});
}

/** The page's buttons. Everything that somebody does by a Workspace Link happens here. */
export async function POST(request: Request, params: Params): Promise<Response> {
  const form = await readStrangerForm(request);
  if (!form) return notOurs(request);
  const visit = await visitOf(request, params);
  try {
    return await act(visit, form);
  } catch (error) {
    const { code, message, fields } = failureOf(error);
    if (code === "gone" && form.act !== "withdraw") return dead(visit);
    return show(visit, { error: fields?.address ?? fields?.digits ?? message, form });
  }
}

function act(visit: Visit, form: Form): Promise<Response> {
  switch (form.act) {
    case "address":
    case "again":
      return sendCode(visit, form);
    case "code":
      return proveAddress(visit, form);
    case "join":
      return join(visit, form);
    case "withdraw":
      return withdraw(visit);
    default:
      return show(visit);
  }
}

/** The page for whoever looks, with what went wrong and what they had typed. */
async function show(visit: Visit, said: JoinSaid = {}): Promise<Response> {
  const page = await readJoin(visit.ctx, visit.token);
  if (page.state === "dead") return dead(visit);
  if (page.state === "member") return seeOther(page.path);
  const view = joinView(page, visit.accepts);
  const shown = { ...said, error: said.error && sayIn(languageOf(view.words))(said.error) };
  const status = said.error ? 422 : 200;
  if (page.state === "asked") return strangerResponse(askedPage(view, shown), status);
  const isProving = said.form?.act === "code" || said.form?.act === "again";
  const pending = isProving ? await pendingAddress(visit) : null;
  return strangerResponse(pending ? digitsPage(view, pending, shown) : joinPage(view, shown), status);
}

const pendingAddress = async ({ ctx, token }: Visit) =>
  (await getPendingCode(ctx, (await strangerVisitor(token)).browserHash))?.address ?? null;

/** A code to the address that was typed, or again to the one this browser waits for. */
async function sendCode(visit: Visit, form: Form): Promise<Response> {
  const { ctx, token, accepts } = visit;
  const address = form.act === "again" ? await pendingAddress(visit) : (form.address ?? "");
  if (address === null) return show(visit);
  await askForCode(ctx, { ...(await strangerVisitor(token)), token, address, accepts });
  return seeOther(`/join/${token}?step=code`);
}

async function proveAddress(visit: Visit, form: Form): Promise<Response> {
  const { ctx, token } = visit;
  const input = RedeemCode.safeParse({ digits: form.digits });
  if (!input.success) return show(visit, { error: ENTER_DIGITS, form });
  const proven = await redeemCode(ctx, { ...input.data, ...(await strangerVisitor(token)), anybody: true });
  await enterSession(proven.secret);
  return use({ ...visit, ctx: { ...ctx, userId: proven.userId } }, { address: proven.address });
}

async function join(visit: Visit, form: Form): Promise<Response> {
  const name = JoinerName.safeParse(form.name);
  if (!name.success) return show(visit, { error: name.error.issues[0]?.message ?? ENTER_NAME, form });
  return use(visit, { name: name.data, wasAsked: form.name !== undefined });
}

/** With the address proven: joins or asks; whose name nobody knows is asked for it first. */
async function use(
  visit: Visit,
  { wasAsked, ...given }: { address?: string; name?: string; wasAsked?: boolean },
): Promise<Response> {
  const { ctx, token } = visit;
  const { userId } = ctx;
  if (!userId) return seeOther(`/join/${token}`);
  try {
    const used = await followLink({ ...ctx, userId }, { token, ...given });
    if (used.state === "joined" || used.state === "invited") return seeOther(used.path);
    if (used.state === "nameless" && wasAsked) return show(visit, { error: ENTER_NAME });
    return seeOther(`/join/${token}`);
  } catch (error) {
    const { code, message } = failureOf(error);
    return code === "gone" ? dead(visit) : show(visit, { error: message });
  }
}

async function withdraw(visit: Visit): Promise<Response> {
  const { ctx, token, accepts } = visit;
  const page = await readJoin(ctx, token);
  if (page.state !== "asked") return show(visit);
  await withdrawRequest(ctx, { organization: page.link.orgId, request: page.request.id });
  return strangerResponse(withdrawnPage(joinView(page, accepts)));
}
