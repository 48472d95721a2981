"use client";

import { useTranslations } from "next-intl";
import { useKeptForm } from "@/components/settings/use-kept-form";
import { boundAt } from "@/components/ui/bound-at";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { chooseNameAction } from "@/lib/actions/account";

/** What one is called here; empty while nobody knows one's name. */
export function NameForm({ org, name }: { org: string; name: string }) {
  const t = useTranslations("account.name");
  const common = useTranslations("ui");
  const { send, refused, value, key, message, errors, isSaved } = useKeptForm(
    boundAt(chooseNameAction, { org }),
    { name },
  );
  return (
    <form action={send} className="grid justify-items-start gap-3">
      <div ref={refused} className="contents">
        <ErrorSummary message={message} />
      </div>
      <TextField
        key={key}
        name="name"
        label={t("label")}
        hint={t("hint")}
        maxLength={60}
        autoComplete="name"
        required
        defaultValue={value("name")}
        error={errors.name}
      />
      <Submit>{t("save")}</Submit>
      <StatusLine text={isSaved ? common("isSaved") : null} />
    </form>
  );
}
