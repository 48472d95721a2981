"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveSession } from "@/lib/auth/session-cookie";
import { userContext } from "@/lib/context";
import { runAction } from "./run";

/** Signs this browser out, on every instance, and shows the sign-in page. */
export async function signOutAction(form: FormData): Promise<void> {
  const result = await runAction(userContext, z.strictObject({}), form, leaveSession);
  redirect(result.ok ? "/sign-in" : "/");
}
