"use client";

import { useTranslations } from "next-intl";
import { boundAt } from "@/components/ui/bound-at";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { askForAddressAction } from "@/lib/actions/account";

/** Asks for a code to another address of one's own. The label names the kind that is missing. */
export function AddressForm({ org, label }: { org: string; label: string }) {
  const t = useTranslations("account");
  const [state, action] = useAct(boundAt(askForAddressAction, { org }));
  const failure = state?.ok === false ? state : undefined;
  return (
    <form action={action} noValidate className="grid gap-4">
      <ErrorSummary message={failure?.message} />
      <TextField
        name="address"
        label={label}
        hint={t("address.hint")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={320}
        required
        defaultValue={failure?.typed.address?.[0]}
        error={failure?.fields?.address}
      />
      <div>
        <Submit variant="primary">{t("address.send")}</Submit>
      </div>
    </form>
  );
}
