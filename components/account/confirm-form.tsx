"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { boundAt } from "@/components/ui/bound-at";
import { CodeField } from "@/components/ui/code-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Submit } from "@/components/ui/submit";
import { addAddressAction, askForAddressAction } from "@/lib/actions/account";

type Props = { org: string; address: string; isAsked: boolean };

/** Has a code sent to the address; once it is on its way, takes it. */
export function ConfirmForm({ org, address, isAsked }: Props) {
  const t = useTranslations("account");
  const ui = useTranslations("ui");
  const [state, action] = useActionState(boundAt(addAddressAction, { org }), null);
  const [asked, ask] = useActionState(boundAt(askForAddressAction, { org }), null);
  const failure = state?.ok === false ? state : undefined;
  return (
    <>
      {isAsked && (
        <form action={action} noValidate className="grid justify-items-start gap-4">
          <ErrorSummary message={failure?.message} />
          <CodeField label={ui("code")} error={failure?.fields?.digits} />
          <Submit variant="primary">{t("confirm.confirm")}</Submit>
        </form>
      )}
      <form action={ask} className="grid justify-items-start gap-3">
        <input type="hidden" name="address" value={address} />
        <ErrorSummary message={asked?.ok === false ? asked.message : undefined} />
        {isAsked ? (
          <Submit size="small">{t("confirm.again")}</Submit>
        ) : (
          <Submit variant="primary">{t("confirm.send")}</Submit>
        )}
      </form>
    </>
  );
}
