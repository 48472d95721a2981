"use client";

import { useTranslations } from "next-intl";
import { boundAt } from "@/components/ui/bound-at";
import { TextField } from "@/components/ui/field";
import { SentForm } from "@/components/ui/sent-form";
import { askForAddressAction } from "@/lib/actions/account";

/** Asks for a code to another address of one's own. The label names the kind that is missing. */
export function AddressForm({ org, label }: { org: string; label: string }) {
  const t = useTranslations("account");
  return (
    <SentForm action={boundAt(askForAddressAction, { org })} words={t("address.send")}>
      {(value, errors) => (
        <TextField
          name="address"
          label={label}
          hint={t("address.hint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={320}
          required
          defaultValue={value("address")}
          error={errors.address}
        />
      )}
    </SentForm>
  );
}
