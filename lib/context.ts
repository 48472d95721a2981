import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { selectStanding } from "@/db/queries/actor";
import { selectSessionUser } from "@/db/queries/sessions";
import { noPage } from "@/lib/after-form";
import { sessionCookie } from "@/lib/auth/cookies";
import { clientIp } from "@/lib/client-ip";
import type { Context, UserContext, WorkspaceContext } from "@/lib/domain/context";
import { DomainError, notFound } from "@/lib/domain/errors";
import { isId } from "@/lib/domain/id";
import type { Language } from "@/lib/domain/languages";
import { readerLanguage } from "@/lib/domain/reader-language";
import { hashSecret } from "@/lib/domain/secret";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation";
import { PATH_HEADER } from "@/lib/words/path-header";

/** Where a request is aimed: the organization's slug and, inside it, a workspace. */
type Place = { org: string };

const SIGNED_OUT =
  "You have been signed out. Sign in again in another tab, then come back and repeat this: what you entered is still here.";

/** The signed-in user, or nobody. One look-up of the session row per request. */
export const userContext = cache(async (): Promise<UserContext> => {
  const installed = installation();
  const cookie = (await cookies()).get(sessionCookie())?.value;
  return { ...installed, userId: cookie ? await selectSessionUser(installed.db, hashSecret(cookie)) : null };
});

async function standingAt(place: Place & { workspace?: string }) {
  const { userId, ...installed } = await userContext();
  if (!userId) throw new DomainError("signed_out", SIGNED_OUT);
  if (place.workspace !== undefined && !isId(place.workspace)) throw notFound();
  const standing = await selectStanding(installed.db, {
    userId,
    slug: place.org,
    workspaceId: place.workspace,
  });
  if (!standing) throw notFound();
  const request = await headers();
  const language = readerLanguage({
    known: standing.actor.language,
    accepts: request.get("accept-language"),
    organization: standing.org.language,
  });
  return { ...installed, ...standing, language, ip: clientIp(request, env().TRUSTED_PROXIES) };
}

/** Who acts in an organization. Refuses nobody (`signed_out`) and strangers (`not_found`). */
export const contextFor = cache(async (org: string): Promise<Context> => {
  const { workspace: _, ...ctx } = await standingAt({ org });
  return ctx;
});

/** Who acts in a workspace. An unknown one, a foreign one and an unseen one are the same: not found. */
export const workspaceContextFor = cache(
  async (org: string, workspace: string): Promise<WorkspaceContext> => {
    const standing = await standingAt({ org, workspace });
    if (!standing.workspace?.isMember) throw notFound();
    return { ...standing, workspace: standing.workspace };
  },
);

/**
 * The language of the page that was asked for: of who acts in its organization, or else what the browser asks for. What
 * goes wrong here is the page's to say, not its frame's, which is drawn in any case.
 */
export async function pageLanguage(): Promise<Language> {
  const request = await headers();
  const accepts = request.get("accept-language");
  const [, slug] = (request.get(PATH_HEADER) ?? "").split("/");
  const ctx = slug ? await contextFor(slug).catch(() => null) : null;
  return ctx?.language ?? readerLanguage({ accepts });
}

/** For pages: what the domain refuses becomes a page, "not found" or a way to sign in and come back to `path`. */
export async function onPage<T>(work: Promise<T>, path: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "signed_out") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
    return noPage();
  }
}
