"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { startProvider } from "@/lib/auth/provider-sign-in";
import { userContext } from "@/lib/context";
import { safePath } from "@/lib/domain/safe-path";
import { type FormState, runAction } from "./run";

const StartProvider = z.strictObject({
  provider: z.enum(["google", "microsoft-entra-id", "oidc"]),
  next: z.string().max(2000).optional(),
});

/** Sends the browser to an outside identity provider. */
export async function startProviderAction(_: FormState<never>, form: FormData): Promise<FormState<never>> {
  const result = await runAction(userContext, StartProvider, form, (_ctx, { provider, next }) =>
    startProvider(provider, safePath(next) ?? "/"),
  );
  if (!result.ok) return result;
  const jar = await cookies();
  for (const { name, value, ...options } of result.data.cookies) jar.set(name, value, options);
  redirect(result.data.location);
}
