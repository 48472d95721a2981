import { strangerResponse } from "@/components/stranger/layout";
import { codePage, deadPage, declinedPage, offerPage, otherPage } from "@/components/stranger/offer-pages";
import { failureOf } from "@/lib/actions/run";
import { enterSession, leaveSession } from "@/lib/auth/session-cookie";
import { type Catalogue, catalogueIn, languageOf } from "@/lib/catalogue";
import { userContext } from "@/lib/context";
import { GivenName, type Joined, joinByLink, joinProven } from "@/lib/domain/accept";
import { askInstead, declineOffer, requestNewLink, selfOf } from "@/lib/domain/answer-offer";
import type { UserContext } from "@/lib/domain/context";
import { type OfferRow, offerLanguage, readOffer } from "@/lib/domain/offer";
import { ENTER_DIGITS, RedeemCode, redeemCode, requestCode } from "@/lib/domain/sign-in";
import { ENTER_NAME } from "@/lib/domain/text";
import { offerView } from "@/lib/offer-view";
import { notOurs, readStrangerForm, seeOther, strangerVisitor } from "@/lib/stranger";
import { sayIn } from "@/lib/words/say";

type Params = { params: Promise<{ token: string }> };

/** Who looks, by which link, with which Accept-Language. */
type Visit = { ctx: UserContext; token: string; accepts: string | null };
type Form = Record<string, string>;

/** What is shown on the page, in its words: what went wrong, or what was done. */
type Said = (words: Catalogue) => string;

const refusal =
  (message: string): Said =>
  (words) =>
    sayIn(languageOf(words))(message);

const visitOf = async (request: Request, { params }: Params): Promise<Visit> => ({
  ctx: await userContext(),
  token: (await params).token,
  accepts: request.headers.get("accept-language"),
});

/** Nothing of an invitation is in it, its language neither: that is the browser's, whatever the link once was. */
function dead({ accepts }: Visit, said?: Said): Response {
  const words = catalogueIn(offerLanguage(null, accepts));
  return strangerResponse(deadPage(words, said?.(words)), 404);
}

/** Shows the invitation; changes nothing, however often it is called. */
export async function GET(request: Request, params: Params): Promise<Response> {
  return show(await visitOf(request, params));
}

/** The page's buttons. Everything that happens to an invitation by its link happens here. */
export async function POST(request: Request, params: Params): Promise<Response> {
  const form = await readStrangerForm(request);
  if (!form) return notOurs(request);
  const visit = await visitOf(request, params);
  try {
    return await act(visit, form);
  } catch (error) {
    const failure = failureOf(error);
    return show(visit, refusal(failure.fields?.digits ?? failure.message), form);
  }
}

async function act(visit: Visit, form: Form): Promise<Response> {
  const { ctx, token } = visit;
  switch (form.act) {
    case "join":
    case "again": {
      const name = GivenName.safeParse(form.name);
      if (!name.success) return show(visit, refusal(name.error.issues[0]?.message ?? ENTER_NAME), form);
      return answer(visit, await joinByLink(ctx, { token, givenName: name.data }), name.data);
    }
    case "code":
      return withCode(visit, form);
    case "decline": {
      const offer = await readOffer(ctx, token);
      const declined = await declineOffer(ctx, token);
      return declined && offer.state === "open"
        ? strangerResponse(declinedPage(offerView(offer.row, visit.accepts)))
        : dead(visit);
    }
    case "new-link":
      await requestNewLink(ctx, token);
      return dead(visit, ({ pages: { dead } }) => dead.sent);
    case "switch":
      await leaveSession();
      return seeOther(`/invite/${token}`);
    case "ask":
      await askInstead(ctx, token);
      return show(visit, ({ pages: { other } }) => other.asked);
    default:
      return show(visit);
  }
}

/** The page for whoever looks. */
async function show(visit: Visit, said: Said | null = null, form: Form = {}): Promise<Response> {
  const offer = await readOffer(visit.ctx, visit.token);
  if (offer.state === "dead") return dead(visit);
  if (offer.state === "joined") return seeOther(offer.path);
  if (offer.visitor === "other") return showOther(visit, offer.row, said);
  const page = form.act === "code" || form.act === "again" ? codePage : offerPage;
  const view = offerView(offer.row, visit.accepts);
  return strangerResponse(page(view, { error: said?.(view.words), name: form.name }), said ? 422 : 200);
}

async function showOther(visit: Visit, row: OfferRow, said: Said | null): Promise<Response> {
  const self = await selfOf(visit.ctx);
  const view = offerView(row, visit.accepts);
  return self ? strangerResponse(otherPage(view, self, said?.(view.words))) : dead(visit);
}

/** Where joining led to. `name`: what the person typed, kept while they prove their address. */
async function answer(visit: Visit, joined: Joined, name?: string): Promise<Response> {
  if (joined.state === "dead") return seeOther(`/invite/${visit.token}`);
  if (joined.state === "other") return show(visit);
  if (joined.state === "code") return sendCode(visit, joined.address, name);
  if (joined.secret) await enterSession(joined.secret);
  return seeOther(joined.path);
}

async function sendCode(visit: Visit, address: string, name?: string): Promise<Response> {
  const { ctx, token, accepts } = visit;
  const visitor = await strangerVisitor(token);
  await requestCode(ctx, { address, ...visitor, next: null, withLink: false, anybody: true });
  const offer = await readOffer(ctx, token);
  if (offer.state !== "open") return dead(visit);
  return strangerResponse(codePage(offerView(offer.row, accepts), { name }));
}

async function withCode(visit: Visit, form: Form): Promise<Response> {
  const { ctx, token } = visit;
  const input = RedeemCode.safeParse({ digits: form.digits });
  if (!input.success) return show(visit, refusal(ENTER_DIGITS), form);
  const name = GivenName.safeParse(form.name);
  if (!name.success) return show(visit, refusal(name.error.issues[0]?.message ?? ENTER_NAME), form);
  const proven = await redeemCode(ctx, { ...input.data, ...(await strangerVisitor(token)), anybody: true });
  await enterSession(proven.secret);
  const joined = await joinProven(ctx, { token, userId: proven.userId, givenName: name.data });
  return answer({ ...visit, ctx: { ...ctx, userId: proven.userId } }, joined);
}
