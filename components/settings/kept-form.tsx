"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { useKeptForm } from "@/components/settings/use-kept-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import type { KeptState } from "@/lib/actions/run";

type Props<T> = {
  save: (state: KeptState<T>, form: FormData) => Promise<KeptState<T>>;
  stored: Record<string, string>;
  /** The fields, by what each is to begin with and what is wrong with it. */
  children: (value: (name: string) => string, errors: Record<string, string>) => ReactNode;
};

/** A form of settings with one "Save": what was refused stays as it was typed, with the reasons beside the fields. */
export function KeptForm<T>({ save, stored, children }: Props<T>) {
  const t = useTranslations("ui");
  const { send, refused, value, key, message, errors, isSaved } = useKeptForm(save, stored);
  return (
    <form action={send} className="settings-form">
      <div ref={refused} className="contents">
        <ErrorSummary message={message} fields={errors} />
      </div>
      <Fragment key={key}>{children(value, errors)}</Fragment>
      <div className="settings-save">
        <Submit variant="primary">{t("save")}</Submit>
        <StatusLine text={isSaved ? t("isSaved") : null} />
      </div>
    </form>
  );
}
