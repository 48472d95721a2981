import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = { count: number; className?: string; children: ReactNode };

/** What sends to so many people, who cannot be taken back: to more than 1,000 it takes a second look. */
export function SecondLook({ count, className, children }: Props) {
  const t = useTranslations("invite");
  if (count <= 1000) return children;
  return (
    <details className={className}>
      <summary className="text-fg-2">{t("resendAll.many")}</summary>
      {children}
    </details>
  );
}
