import { facing } from "@/components/stranger/facing";
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
import { findWithdrawn, readJoin } from "@/lib/domain/join-link";
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
export const GET = facing(async (request: Request, params: Params) => {
  const visit = await visitOf(request, params);
  const step = new URL(request.url).searchParams.get("step");
  if (step === "withdrawn") return showWithdrawn(visit);
  return show(visit, step === "code" ? { form: { act: "code" } } : {});
});

/** The pages that a button leads to, each at an address of its own, so that Back and reload repeat nothing. */
const pageAt = ({ token }: Visit, step?: "code" | "withdrawn") =>
  seeOther(`/join/${token}${step ? `?step=${step}` : ""}`);

/** The page's buttons. Everything that somebody does by a Workspace Link happens here. */
export const POST = facing(async (request: Request, params: Params) => {
  const form = await readStrangerForm(request);
  if (!form) return notOurs(request);
  const visit = await visitOf(request, params);
  return orRefused(visit, form, () => act(visit, form));
});

/**
 * Where the link has ended its page says that, and of a wrong code, which is counted, its page; every other refusal is
 * the answer itself, with what was typed, and so is that one where a name stands beside the code.
 */
async function orRefused(visit: Visit, form: Form, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const { code, message, fields } = failureOf(error);
    if (code === "gone") return pageAt(visit);
    if (fields?.digits && !form.name && (await pendingCode(visit))?.wrong) return pageAt(visit, "code");
    const typed = fields?.digits ? { ...form, digits: "" } : form;
    return show(visit, { error: fields?.address ?? fields?.digits ?? message, form: typed });
  }
}

async function act(visit: Visit, form: Form): Promise<Response> {
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
      return pageAt(visit);
  }
}

/** The page for whoever looks, with what went wrong and what they had typed. */
async function show(visit: Visit, said: JoinSaid = {}): Promise<Response> {
  const page = await readJoin(visit.ctx, visit.token);
  if (page.state === "dead") return dead(visit);
  if (page.state === "member") return seeOther(page.path);
  const view = joinView(page, visit.accepts);
  const say = sayIn(languageOf(view.words));
  const shown = { ...said, error: said.error && say(said.error) };
  const status = said.error ? 422 : 200;
  if (page.state === "asked") return strangerResponse(askedPage(view, shown), status);
  const isProving = said.form?.act === "code" || said.form?.act === "again";
  const pending = isProving ? await pendingCode(visit) : null;
  if (!pending) return strangerResponse(joinPage(view, shown), status);
  const error = shown.error ?? (pending.wrong ? say(pending.wrong) : undefined);
  return strangerResponse(digitsPage(view, pending, { ...shown, error }), status);
}

/** After "Withdraw request", whether the link still opens or not; to who has withdrawn nothing it is the link's page. */
async function showWithdrawn(visit: Visit): Promise<Response> {
  const link = await findWithdrawn(visit.ctx, visit.token);
  if (!link) return show(visit);
  return strangerResponse(withdrawnPage(joinView({ state: "open", link, visitor: null }, visit.accepts)));
}

const pendingCode = async ({ ctx, token }: Visit) =>
  getPendingCode(ctx, (await strangerVisitor(token)).browserHash);

/** A code to the address that was typed, or again to the one this browser waits for. */
async function sendCode(visit: Visit, form: Form): Promise<Response> {
  const { ctx, token, accepts } = visit;
  const address = form.act === "again" ? (await pendingCode(visit))?.address : (form.address ?? "");
  if (address === undefined) return pageAt(visit);
  await askForCode(ctx, { ...(await strangerVisitor(token)), token, address, accepts });
  return form.name ? show(visit, { form }) : pageAt(visit, "code");
}

async function proveAddress(visit: Visit, form: Form): Promise<Response> {
  const { ctx, token } = visit;
  const input = RedeemCode.safeParse({ digits: form.digits });
  if (!input.success) return show(visit, { error: ENTER_DIGITS, form });
  const name = readName(form);
  if (typeof name !== "string") return show(visit, { ...name, form });
  const proven = await redeemCode(ctx, { ...input.data, ...(await strangerVisitor(token)), anybody: true });
  await enterSession(proven.secret);
  const known = { ...visit, ctx: { ...ctx, userId: proven.userId } };
  return orRefused(known, form, () => use(known, { name, address: proven.address }));
}

/** The name that was typed, if any, or what is wrong with it. */
function readName(form: Form): string | { error: string } {
  const read = JoinerName.safeParse(form.name);
  return read.success ? (read.data ?? "") : { error: read.error.issues[0]?.message ?? ENTER_NAME };
}

async function join(visit: Visit, form: Form): Promise<Response> {
  const name = readName(form);
  if (typeof name !== "string") return show(visit, { ...name, form });
  return use(visit, { name, wasAsked: form.name !== undefined });
}

/** With the address proven: joins or asks; whose name nobody knows is asked for it first. */
async function use(
  visit: Visit,
  { wasAsked, ...given }: { address?: string; name?: string; wasAsked?: boolean },
): Promise<Response> {
  const { ctx, token, accepts } = visit;
  const { userId } = ctx;
  if (!userId) return pageAt(visit);
  const used = await followLink({ ...ctx, userId }, { token, accepts, ...given });
  if (used.state === "joined" || used.state === "invited") return seeOther(used.path);
  if (used.state === "nameless" && wasAsked) return show(visit, { error: ENTER_NAME });
  return pageAt(visit);
}

/** Takes back the request that waits, if it still does. */
async function withdraw(visit: Visit): Promise<Response> {
  const page = await readJoin(visit.ctx, visit.token);
  if (page.state === "asked")
    await withdrawRequest(visit.ctx, { organization: page.link.orgId, request: page.request.id });
  return pageAt(visit, "withdrawn");
}
