import { strangerResponse } from "@/components/stranger/layout";
import { codePage, deadPage, declinedPage, offerPage, otherPage } from "@/components/stranger/offer-pages";
import { failureOf } from "@/lib/actions/run";
import { enterSession, leaveSession } from "@/lib/auth/session-cookie";
import { userContext } from "@/lib/context";
import { GivenName, type Joined, joinByLink, joinProven } from "@/lib/domain/accept";
import { askInstead, declineOffer, requestNewLink, selfOf } from "@/lib/domain/answer-offer";
import type { UserContext } from "@/lib/domain/context";
import { type OfferRow, readOffer } from "@/lib/domain/offer";
import { RedeemCode, redeemCode, requestCode } from "@/lib/domain/sign-in";
import { offerView } from "@/lib/offer-view";
import { readStrangerForm, seeOther, strangerVisitor } from "@/lib/stranger";

type Params = { params: Promise<{ token: string }> };

const dead = (said?: string) => strangerResponse(deadPage(said), 404);
const NEW_LINK = "If this invitation is still open, a new link is on its way.";

/** Shows the invitation; changes nothing, however often it is called. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  return show(await userContext(), token);
}

/** The page's buttons. Everything that happens to an invitation by its link happens here. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await readStrangerForm(request);
  if (!form) return new Response("Open the link again and press the button there.", { status: 403 });
  const ctx = await userContext();
  try {
    return await act(ctx, token, form);
  } catch (error) {
    const failure = failureOf(error);
    return show(ctx, token, failure.fields?.digits ?? failure.message, form);
  }
}

async function act(ctx: UserContext, token: string, form: Record<string, string>): Promise<Response> {
  switch (form.act) {
    case "join":
    case "again": {
      const name = GivenName.safeParse(form.name);
      if (!name.success) return show(ctx, token, name.error.issues[0]?.message ?? "Enter your name.", form);
      return answer(ctx, token, await joinByLink(ctx, { token, givenName: name.data }), name.data);
    }
    case "code":
      return withCode(ctx, token, form);
    case "decline": {
      const offer = await readOffer(ctx, token);
      const declined = await declineOffer(ctx, token);
      return declined && offer.state === "open"
        ? strangerResponse(declinedPage(offerView(offer.row)))
        : dead();
    }
    case "new-link":
      await requestNewLink(ctx, token);
      return dead(NEW_LINK);
    case "switch":
      await leaveSession();
      return seeOther(`/invite/${token}`);
    case "ask":
      await askInstead(ctx, token);
      return show(
        ctx,
        token,
        "Your question is on its way. You will get an invitation at that address if it is granted.",
      );
    default:
      return show(ctx, token);
  }
}

/** The page for whoever looks. `said` is shown on it: what went wrong, or what was done. */
async function show(
  ctx: UserContext,
  token: string,
  said: string | null = null,
  form: Record<string, string> = {},
): Promise<Response> {
  const offer = await readOffer(ctx, token);
  if (offer.state === "dead") return dead();
  if (offer.state === "joined") return seeOther(offer.path);
  if (offer.visitor === "other") return showOther(ctx, offer.row, said);
  const page = form.act === "code" || form.act === "again" ? codePage : offerPage;
  return strangerResponse(page(offerView(offer.row), { error: said, name: form.name }), said ? 422 : 200);
}

async function showOther(ctx: UserContext, row: OfferRow, said: string | null): Promise<Response> {
  const self = await selfOf(ctx);
  return self ? strangerResponse(otherPage(offerView(row), self, said)) : dead();
}

/** Where joining led to. `name`: what the person typed, kept while they prove their address. */
async function answer(ctx: UserContext, token: string, joined: Joined, name?: string): Promise<Response> {
  if (joined.state === "dead") return seeOther(`/invite/${token}`);
  if (joined.state === "other") return show(ctx, token);
  if (joined.state === "code") return sendCode(ctx, token, joined.address, name);
  if (joined.secret) await enterSession(joined.secret);
  return seeOther(joined.path);
}

async function sendCode(ctx: UserContext, token: string, address: string, name?: string): Promise<Response> {
  const visitor = await strangerVisitor(token);
  await requestCode(ctx, { address, ...visitor, next: null, withLink: false, anybody: true });
  const offer = await readOffer(ctx, token);
  return offer.state === "open" ? strangerResponse(codePage(offerView(offer.row), { name })) : dead();
}

async function withCode(ctx: UserContext, token: string, form: Record<string, string>) {
  const input = RedeemCode.safeParse({ digits: form.digits });
  if (!input.success) return show(ctx, token, "Enter the six digits from the message.", form);
  const name = GivenName.safeParse(form.name);
  if (!name.success) return show(ctx, token, name.error.issues[0]?.message ?? "Enter your name.", form);
  const proven = await redeemCode(ctx, { ...input.data, ...(await strangerVisitor(token)), anybody: true });
  await enterSession(proven.secret);
  const joined = await joinProven(ctx, { token, userId: proven.userId, givenName: name.data });
  return answer({ ...ctx, userId: proven.userId }, token, joined);
}
