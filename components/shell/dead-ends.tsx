import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";

function DeadEnd({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      id="main"
      lang={useLocale()}
      className="col-span-full grid min-h-[80dvh] content-center justify-items-center gap-3 p-5 text-center"
    >
      <h1 className="text-20 font-semibold">{title}</h1>
      {children}
    </main>
  );
}

/** The one page for what is not there and what one may not see. */
export function NotFoundScreen() {
  const t = useTranslations("shell.missing");
  return (
    <DeadEnd title={t("title")}>
      <p className="max-w-[44ch] text-fg-2">{t("text")}</p>
      <ButtonLink href="/" className="mt-2">
        {t("onward")}
      </ButtonLink>
    </DeadEnd>
  );
}

/** The answer to a form that was sent without script after the session had ended: reloading sends it once more. */
export function SignedOutScreen() {
  const t = useTranslations("shell.signedOut");
  return (
    <DeadEnd title={t("title")}>
      <p className="max-w-[52ch] text-fg-2">{t("text")}</p>
      <ButtonLink href="/sign-in" target="_blank" variant="primary" className="mt-2">
        {t("onward")}
      </ButtonLink>
    </DeadEnd>
  );
}
