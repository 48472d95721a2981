"use server";

import { refresh } from "next/cache";
import { ResendAll, resendAll } from "@/lib/domain/resend-all";
import { resendInWords, type SaidResend } from "./outcomes";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

/** The box of one person would be gone after a fresh look, and the answer with it: that page stays. */
export async function resendAllAction(
  at: WorkspacePlace,
  _: FormState<SaidResend>,
  form: FormData,
): Promise<FormState<SaidResend>> {
  const result = await runAction(contextAt(at), ResendAll, form, resendInWords(resendAll));
  if (result.ok && !form.has("contact")) refresh();
  return result;
}
