"use client";

import { useTranslations } from "next-intl";
import { useKeptForm } from "@/components/settings/use-kept-form";
import { boundAt } from "@/components/ui/bound-at";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField } from "@/components/ui/field";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { chooseLanguageAction } from "@/lib/actions/account";

type Props = {
  org: string;
  /** What one has chosen; nothing while the browser decides. */
  chosen: string;
  languages: { code: string; name: string }[];
};

/** Which language pages and messages speak to oneself, each by its own name. */
export function LanguageForm({ org, chosen, languages }: Props) {
  const t = useTranslations("account.language");
  const common = useTranslations("ui");
  const { send, refused, value, key, message, errors, isSaved } = useKeptForm(
    boundAt(chooseLanguageAction, { org }),
    { language: chosen },
  );
  return (
    <form action={send} className="grid justify-items-start gap-3">
      <div ref={refused} className="contents">
        <ErrorSummary message={message} />
      </div>
      <SelectField
        key={key}
        name="language"
        label={t("title")}
        hint={t("hint")}
        defaultValue={value("language")}
        error={errors.language}
      >
        <option value="">{t("browser")}</option>
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <Submit>{common("save")}</Submit>
      <StatusLine text={isSaved ? common("isSaved") : null} />
    </form>
  );
}
