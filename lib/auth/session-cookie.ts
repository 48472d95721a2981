import { cookies } from "next/headers";
import { hashSecret } from "@/lib/domain/secret";
import { closeSession, SESSION_DAYS } from "@/lib/domain/sessions";
import { installation } from "@/lib/installation";
import { cookieOptions, sessionCookie } from "./cookies";

export const SESSION_SECONDS = SESSION_DAYS * 86_400;

/** Puts a new session into this browser; the one it had before is ended, on every instance. */
export async function enterSession(secret: string): Promise<void> {
  await endSession();
  (await cookies()).set(sessionCookie(), secret, { ...cookieOptions(), maxAge: SESSION_SECONDS });
}

/** Signs this browser out: the session's row goes, and the cookie. */
export async function leaveSession(): Promise<void> {
  await endSession();
  (await cookies()).set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
}

async function endSession(): Promise<void> {
  const secret = (await cookies()).get(sessionCookie())?.value;
  if (secret) await closeSession(installation(), hashSecret(secret));
}
