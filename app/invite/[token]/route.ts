import { facing } from "@/components/stranger/facing";
import { strangerResponse } from "@/components/stranger/layout";
import { codePage, deadPage, declinedPage, offerPage, otherPage } from "@/components/stranger/offer-pages";
import { failureOf } from "@/lib/actions/run";
import { enterSession, leaveSession } from "@/lib/auth/session-cookie";
import { keepReceipt, keptReceipt } from "@/lib/auth/visitor";
import { catalogueIn, languageOf } from "@/lib/catalogue";
import { userContext } from "@/lib/context";
import { GivenName, type Joined, joinByLink, joinProven } from "@/lib/domain/accept";
import {
  askInstead,
  declineOffer,
  findDeclined,
  hasAsked,
  requestNewLink,
  selfOf,
} from "@/lib/domain/answer-offer";
import type { UserContext } from "@/lib/domain/context";
import { type OfferRow, offerLanguage, placePath, readOffer } from "@/lib/domain/offer";
import { ENTER_DIGITS, getPendingCode, RedeemCode, redeemCode, requestCode } from "@/lib/domain/sign-in";
import { ENTER_NAME } from "@/lib/domain/text";
import { offerView } from "@/lib/offer-view";
import { notOurs, readStrangerForm, seeOther, strangerVisitor } from "@/lib/stranger";
import { sayIn } from "@/lib/words/say";

type Params = { params: Promise<{ token: string }> };

/** Who looks, by which link, with which Accept-Language. */
type Visit = { ctx: UserContext; token: string; accepts: string | null };
type Form = Record<string, string>;

/** What was refused, in the domain's words, and what had been typed. */
type Said = { error?: string; form?: Form };

const visitOf = async (request: Request, { params }: Params): Promise<Visit> => ({
  ctx: await userContext(),
  token: (await params).token,
  accepts: request.headers.get("accept-language"),
});

/** Nothing of an invitation is in it, its language neither: that is the browser's, whatever the link once was. */
const dead = ({ accepts }: Visit, isAsked = false) =>
  strangerResponse(deadPage(catalogueIn(offerLanguage(null, accepts)), { isAsked }), 404);

/** The pages that a button leads to, each at an address of its own, so that Back and reload repeat nothing. */
const pageAt = ({ token }: Visit, step?: "code" | "sent" | "declined") =>
  seeOther(`/invite/${token}${step ? `?step=${step}` : ""}`);

/** Shows the invitation, or what its buttons led to; changes nothing, however often it is called. */
export const GET = facing(async (request: Request, params: Params) => {
  const visit = await visitOf(request, params);
  const step = new URL(request.url).searchParams.get("step");
  if (step === "sent") return dead(visit, true);
  if (step === "declined") return showDeclined(visit);
  return show(visit, step === "code" ? { form: { act: "code" } } : {});
});

/** The page's buttons. Everything that happens to an invitation by its link happens here. */
export const POST = facing(async (request: Request, params: Params) => {
  const form = await readStrangerForm(request);
  if (!form) return notOurs(request);
  const visit = await visitOf(request, params);
  return orRefused(visit, form, () => act(visit, form));
});

/** A wrong code is counted, and its page says so; every other refusal, and what was typed beside it, is in the answer itself. */
async function orRefused(visit: Visit, form: Form, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const { fields, message } = failureOf(error);
    if (fields?.digits && !form.name && (await pendingCode(visit))?.wrong) return pageAt(visit, "code");
    return show(visit, {
      error: fields?.digits ?? message,
      form: fields?.digits ? { ...form, digits: "" } : form,
    });
  }
}

async function act(visit: Visit, form: Form): Promise<Response> {
  const { ctx, token } = visit;
  switch (form.act) {
    case "join":
    case "again": {
      const name = GivenName.safeParse(form.name);
      if (!name.success) return show(visit, { error: name.error.issues[0]?.message ?? ENTER_NAME, form });
      return answer(visit, await joinByLink(ctx, { token, givenName: name.data }), form);
    }
    case "code":
      return withCode(visit, form);
    case "decline": {
      const receipt = await declineOffer(ctx, token);
      if (receipt) await keepReceipt(receipt);
      return pageAt(visit, "declined");
    }
    case "new-link":
      await requestNewLink(ctx, token);
      return pageAt(visit, "sent");
    case "switch":
      await leaveSession();
      return pageAt(visit);
    case "ask":
      await askInstead(ctx, token);
      return pageAt(visit);
    default:
      return pageAt(visit);
  }
}

/** The page for whoever looks. */
async function show(visit: Visit, { error, form = {} }: Said = {}): Promise<Response> {
  const { ctx, token, accepts } = visit;
  const offer = await readOffer(ctx, token);
  if (offer.state === "dead") return dead(visit);
  if (offer.state === "joined") return seeOther(offer.path);
  const view = offerView(offer.row, accepts);
  const say = sayIn(languageOf(view.words));
  const status = error ? 422 : 200;
  const said = { error: error ? say(error) : null, name: form.name };
  if (offer.visitor === "other") return showOther(visit, offer.row, said.error);
  const isProving = offer.needsCode && (form.act === "code" || form.act === "again");
  const pending = isProving ? await pendingCode(visit) : null;
  if (!pending) {
    const asksName = view.asksName && !offer.needsCode;
    return strangerResponse(offerPage({ ...view, asksName }, said), status);
  }
  const wrong = pending.wrong && say(pending.wrong);
  const digits = form.act === "code" ? form.digits : "";
  const isSpent = pending.spent !== null;
  return strangerResponse(codePage(view, { ...said, isSpent, digits, error: said.error ?? wrong }), status);
}

/** After "No thanks", in the browser where it was pressed; in every other it is the link's page. */
async function showDeclined(visit: Visit): Promise<Response> {
  const receipt = await keptReceipt();
  const row = receipt && (await findDeclined(visit.ctx, { token: visit.token, receipt }));
  return row ? strangerResponse(declinedPage(offerView(row, visit.accepts))) : show(visit);
}

async function showOther(visit: Visit, row: OfferRow, error: string | null): Promise<Response> {
  const self = await selfOf(visit.ctx);
  if (!self) return dead(visit);
  const said = {
    error,
    hasAsked: await hasAsked(visit.ctx, row),
    inside: row.isReaderIn ? placePath(row) : null,
  };
  return strangerResponse(otherPage(offerView(row, visit.accepts), self, said), error ? 422 : 200);
}

const pendingCode = async ({ ctx, token }: Visit) =>
  getPendingCode(ctx, (await strangerVisitor(token)).browserHash);

/** Where joining led to. */
async function answer(visit: Visit, joined: Joined, form: Form): Promise<Response> {
  if (joined.state === "code") return sendCode(visit, joined.address, form);
  if (joined.state !== "joined") return pageAt(visit);
  if (joined.secret) await enterSession(joined.secret);
  return seeOther(joined.path);
}

async function sendCode(visit: Visit, address: string, form: Form): Promise<Response> {
  const visitor = await strangerVisitor(visit.token);
  await requestCode(visit.ctx, { address, ...visitor, next: null, withLink: false, anybody: true });
  return form.name ? show(visit, { form }) : pageAt(visit, "code");
}

async function withCode(visit: Visit, form: Form): Promise<Response> {
  const { ctx, token } = visit;
  const input = RedeemCode.safeParse({ digits: form.digits });
  if (!input.success) return show(visit, { error: ENTER_DIGITS, form });
  const name = GivenName.safeParse(form.name);
  if (!name.success) return show(visit, { error: name.error.issues[0]?.message ?? ENTER_NAME, form });
  const { userId, secret } = await redeemCode(ctx, {
    ...input.data,
    ...(await strangerVisitor(token)),
    anybody: true,
  });
  await enterSession(secret);
  const proven = { ...visit, ctx: { ...ctx, userId } };
  return orRefused(proven, form, async () =>
    answer(proven, await joinProven(proven.ctx, { token, userId, givenName: name.data }), form),
  );
}
