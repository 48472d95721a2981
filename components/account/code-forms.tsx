"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { boundAt } from "@/components/ui/bound-at";
import { CodeField } from "@/components/ui/code-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SentForm } from "@/components/ui/sent-form";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { addAddressAction, askForAddressAction } from "@/lib/actions/account";

/** Takes the code that was sent to an address. `words`: what its button says. */
export function CodeForm({ org, words }: { org: string; words: string }) {
  const ui = useTranslations("ui");
  return (
    <SentForm action={boundAt(addAddressAction, { org })} words={words}>
      {(_, errors) => <CodeField label={ui("code")} error={errors.digits} />}
    </SentForm>
  );
}

type AskProps = { org: string; address: string; isAgain: boolean; children?: ReactNode };

/** Has a code sent to the address: the first one or, in smaller letters, another. Beside it stands what else can be done. */
export function AskForm({ org, address, isAgain, children }: AskProps) {
  const t = useTranslations("account");
  const [asked, ask] = useAct(boundAt(askForAddressAction, { org }));
  return (
    <form action={ask} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="address" value={address} />
      {isAgain ? (
        <Submit size="small">{t("proof.again")}</Submit>
      ) : (
        <Submit variant="primary">{t("address.send")}</Submit>
      )}
      {children}
      <ErrorSummary message={asked?.ok === false ? asked.message : undefined} />
    </form>
  );
}
