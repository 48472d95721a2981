import { NextRequest, NextResponse } from "next/server";
import NextAuth, { type NextAuthConfig } from "next-auth";
import type { Provider } from "next-auth/providers";
import Google from "next-auth/providers/google";
import MicrosoftEntraID from "next-auth/providers/microsoft-entra-id";
import { DomainError } from "@/lib/domain/errors";
import { isWelcome, verifiedEmail } from "@/lib/domain/provider-accounts";
import { hashSecret } from "@/lib/domain/secret";
import { closeSession } from "@/lib/domain/sessions";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation";
import { describeError, log } from "@/lib/log";
import { providerAdapter } from "./adapter";
import { cookieOptions, isSecure, sessionCookie } from "./cookies";
import { type ConfiguredProvider, configuredProviders } from "./providers";
import { SESSION_SECONDS } from "./session-cookie";

const BASE = "/api/auth";
const nobody = () => ({ ...installation(), userId: null });

const { handlers } = NextAuth(() => config());

function config(): NextAuthConfig {
  const { AUTH_SECRET, AUTH_SECRET_PREVIOUS } = env();
  return {
    basePath: BASE,
    trustHost: true,
    useSecureCookies: isSecure(),
    secret: AUTH_SECRET_PREVIOUS ? [AUTH_SECRET, AUTH_SECRET_PREVIOUS] : AUTH_SECRET,
    adapter: providerAdapter(nobody()),
    session: { strategy: "database", maxAge: SESSION_SECONDS },
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: configuredProviders().map(providerOf),
    callbacks: {
      signIn: async ({ account, profile }) => {
        const email = verifiedEmail(account?.provider ?? "", profile ?? {});
        if (!email) return "/sign-in?error=unverified";
        return (await isWelcome(nobody(), email)) || "/sign-in?error=unknown";
      },
    },
    logger: {
      error: (error) => log.warn({ error: describeError(error) }, "sign-in with a provider failed"),
      warn: () => {},
      debug: () => {},
    },
  };
}

/**
 * One provider. Linking by address is safe here, and only here: `verifiedEmail` lets no address
 * through that the provider does not vouch for.
 */
function providerOf({ id, name, clientId, clientSecret, issuer }: ConfiguredProvider): Provider {
  const common = {
    clientId,
    clientSecret,
    issuer,
    allowDangerousEmailAccountLinking: true,
    authorization: { params: { scope: "openid profile email" } },
    checks: ["pkce" as const, "state" as const, "nonce" as const],
    profile: (claims: { sub: string; name?: string }) => ({
      id: claims.sub,
      name: claims.name ?? null,
      email: verifiedEmail(id, claims),
    }),
  };
  if (id === "google") return Google(common);
  if (id === "microsoft-entra-id") return MicrosoftEntraID(common);
  return { ...common, id, name, type: "oidc", idToken: false };
}

const ownRequest = (path: string, init: ConstructorParameters<typeof NextRequest>[1]) =>
  new NextRequest(new URL(path, env().APP_URL), init);

/** Begins a sign-in with a provider: where to send the browser, and the cookies it must bring back. */
export async function startProvider(
  provider: string,
  next: string,
): Promise<{ location: string; cookies: ReturnType<NextResponse["cookies"]["getAll"]> }> {
  const token = await handlers.GET(ownRequest(`${BASE}/csrf`, {}));
  const { csrfToken } = await token.json();
  const cookie = token.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const body = new URLSearchParams({ csrfToken, callbackUrl: new URL(next, env().APP_URL).href });
  const response = await handlers.POST(
    ownRequest(`${BASE}/signin/${provider}`, { method: "POST", headers: { cookie }, body }),
  );
  const location = response.headers.get("location");
  const cookies = new NextResponse(null, { headers: response.headers }).cookies.getAll();
  if (!location || new URL(location, env().APP_URL).origin === env().APP_URL)
    throw new DomainError(
      "gone",
      "This way of signing in does not answer at the moment. Use a code instead.",
    );
  return { location, cookies };
}

/** Where a provider sends people back to: the only address of next-auth's that exists. */
export async function finishProvider(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  if (!configuredProviders().some(({ id }) => pathname === `${BASE}/callback/${id}`))
    return new Response(null, { status: 404 });
  const response = await handlers.GET(ownRequest(pathname + search, { headers: request.headers }));
  const old = request.cookies.get(sessionCookie())?.value;
  const isSignedIn = new NextResponse(null, { headers: response.headers }).cookies.get(
    sessionCookie(),
  )?.value;
  if (old && isSignedIn) await closeSession(installation(), hashSecret(old));
  return response;
}
