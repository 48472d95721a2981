"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { enterSession } from "@/lib/auth/session-cookie";
import { currentVisitor, keepBrowser } from "@/lib/auth/visitor";
import { userContext } from "@/lib/context";
import {
  getPendingCode,
  RedeemCode,
  RedeemLink,
  RequestCode,
  redeemCode,
  redeemLink,
  requestCode,
  resendCode,
  type SignedIn,
} from "@/lib/domain/sign-in";
import { type Failure, type FormState, type KeptState, keepTyped, type Result, runAction } from "./run";

/** Asks for a sign-in code and goes on to where it is typed in. */
export async function requestCodeAction(_: KeptState<void>, form: FormData): Promise<KeptState<void>> {
  const { secret, ...visitor } = await currentVisitor();
  const result = await runAction(
    userContext,
    RequestCode,
    form,
    (ctx, { address, next = null }) => requestCode(ctx, { ...visitor, address, next }),
    "sent",
  );
  if (!result.ok) return keepTyped(result, form);
  await keepBrowser(secret);
  redirect("/sign-in/code");
}

/** Sends the code again, to the address this browser asked for. */
export async function resendCodeAction(_: FormState<void>, form: FormData): Promise<FormState<void>> {
  const visitor = await currentVisitor();
  const result = await runAction(userContext, z.strictObject({}), form, (ctx) => resendCode(ctx, visitor));
  if (result.ok) refresh();
  return result;
}

/** Signs in with the six digits; once the code's tries are spent the page says so. */
export async function redeemCodeAction(_: FormState<never>, form: FormData): Promise<FormState<never>> {
  const visitor = await currentVisitor();
  const result = await runAction(userContext, RedeemCode, form, (ctx, { digits }) =>
    redeemCode(ctx, { ...visitor, digits }),
  );
  if (!result.ok && (await getPendingCode(await userContext(), visitor.browserHash))?.spent) refresh();
  return enter(result);
}

/** Signs in with the link of a message; only this post does, never opening the page. */
export async function redeemLinkAction(_: FormState<never>, form: FormData): Promise<FormState<never>> {
  const { browserHash } = await currentVisitor();
  return enter(
    await runAction(userContext, RedeemLink, form, (ctx, { token }) =>
      redeemLink(ctx, { token, browserHash }),
    ),
  );
}

async function enter(result: Result<SignedIn>): Promise<Failure> {
  if (!result.ok) return result;
  await enterSession(result.data.secret);
  redirect(result.data.next);
}
