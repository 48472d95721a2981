"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { boundAt } from "@/components/ui/bound-at";
import { CodeField } from "@/components/ui/code-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Submit } from "@/components/ui/submit";
import { addAddressAction, askForAddressAction } from "@/lib/actions/account";

/** The code that was sent to the new address; another one, or another address, if it does not come. */
export function ProofForm({ org, address }: { org: string; address: string }) {
  const t = useTranslations("account");
  const [state, action] = useActionState(boundAt(addAddressAction, { org }), null);
  const [asked, ask] = useActionState(boundAt(askForAddressAction, { org }), null);
  const ui = useTranslations("ui");
  const failure = state?.ok === false ? state : undefined;
  return (
    <>
      <p className="text-fg-2">
        {t.rich("proof.onItsWay", {
          address,
          b: (shown) => <bdi className="font-medium text-fg wrap-anywhere">{shown}</bdi>,
        })}
      </p>
      <form action={action} noValidate className="grid justify-items-start gap-4">
        <ErrorSummary message={failure?.message} />
        <CodeField label={ui("code")} error={failure?.fields?.digits} />
        <Submit variant="primary">{t("proof.add")}</Submit>
      </form>
      <form action={ask} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="address" value={address} />
        <Submit size="small">{t("proof.again")}</Submit>
        <a href={`/${org}/account?add=1`} className="link text-13">
          {t("proof.other")}
        </a>
        <ErrorSummary message={asked?.ok === false ? asked.message : undefined} />
      </form>
    </>
  );
}
