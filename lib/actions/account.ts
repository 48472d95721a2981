"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { enterSession } from "@/lib/auth/session-cookie";
import { accountVisitor, keepBrowser } from "@/lib/auth/visitor";
import { AskForAddress, addAddress, askForAddress, getPendingAddress } from "@/lib/domain/account";
import type { Language } from "@/lib/domain/languages";
import { ChooseLanguage, chooseLanguage } from "@/lib/domain/own-language";
import { ChooseName, chooseName } from "@/lib/domain/own-name";
import { RedeemCode } from "@/lib/domain/sign-in";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, type KeptState, keepTyped, runAction } from "./run";

/** Asks for a code to an address that one wants to add, and goes on to where it is typed in. */
export async function askForAddressAction(
  at: OrganizationPlace,
  _: KeptState<string>,
  form: FormData,
): Promise<KeptState<string>> {
  const result = await runAction(
    organizationAt(at),
    AskForAddress,
    form,
    async (ctx, input) => {
      const { secret, ...visitor } = await accountVisitor(ctx);
      await askForAddress(ctx, { ...input, ...visitor });
      return secret;
    },
    "sent",
  );
  if (!result.ok) return keepTyped(result, form);
  await keepBrowser(result.data);
  redirect(`/${at.org}/account`);
}

/** Adds the address whose code it is, or confirms the unproven one: then this browser goes on with a new session. Once the code's tries are
 * spent the page says so. */
export async function addAddressAction(
  at: OrganizationPlace,
  _: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  const result = await runAction(organizationAt(at), RedeemCode, form, async (ctx, input) => {
    const { browserHash, ip } = await accountVisitor(ctx);
    return addAddress(ctx, { ...input, browserHash, ip }).catch(async (error) => {
      if ((await getPendingAddress(ctx, browserHash))?.spent) refresh();
      throw error;
    });
  });
  if (!result.ok) return result;
  const { secret } = result.data;
  if (secret) await enterSession(secret);
  redirect(`/${at.org}/account?done=${secret ? "confirmed" : "added"}`);
}

/** Chooses what one is called here. */
export async function chooseNameAction(
  at: OrganizationPlace,
  _: KeptState<void>,
  form: FormData,
): Promise<KeptState<void>> {
  const result = await runAction(organizationAt(at), ChooseName, form, chooseName);
  if (result.ok) refresh();
  return keepTyped(result, form);
}

/** Chooses what one reads here, from this answer on. */
export async function chooseLanguageAction(
  at: OrganizationPlace,
  _: KeptState<{ language: Language | null }>,
  form: FormData,
): Promise<KeptState<{ language: Language | null }>> {
  const result = await runAction(organizationAt(at), ChooseLanguage, form, chooseLanguage);
  if (result.ok) refresh();
  return keepTyped(result, form);
}
