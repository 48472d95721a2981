import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";

type Props = {
  /** Where the list starts; for a page that shows a later part of it. */
  start: string | false | undefined;
  /** Where it goes on, if it does. */
  next: string | false | null;
  isNewestFirst?: boolean;
  /** The links change a part of the page and leave the rest where it is. */
  isStill?: boolean;
  className?: string;
};

/** The ways through a long list: back to its start, and on. */
export function Pages({ start, next, isNewestFirst, isStill, className = "" }: Props) {
  const t = useTranslations("ui");
  if (!start && !next) return null;
  return (
    <nav aria-label={t("pages")} className={`flex justify-center gap-2 ${className}`}>
      {start && (
        <ButtonLink href={start} data-still={isStill}>
          {t(isNewestFirst ? "backToNewest" : "backToStart")}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} data-still={isStill}>
          {t("loadMore")}
        </ButtonLink>
      )}
    </nav>
  );
}
