import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { bdi } from "@/components/ui/bdi";
import { ButtonLink } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";

type Props = {
  /** The list that they were chosen from. */
  from: { name: string; path: string };
  /** What is done with them; null until it is chosen. */
  doing: string | null;
  /** What else may be done, each with the address that leads there. */
  others: { words: string; href: string }[];
  /** How many there are, in words, and whose; null for nobody. */
  chosen: { count: string; names: string } | null;
  download: { href: string; words: string };
  children: ReactNode;
};

/** Round an act on many that were chosen from a list: how many they are, and what else can be done with them. */
export function ManyFrame({ from, doing, others, chosen, download, children }: Props) {
  const t = useTranslations("contacts");
  const title = doing ?? t("many.question");
  return (
    <>
      <header className="head">
        <Crumbs trail={[from]} here={title} />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="new-workspace">
          <div>
            <h1 className="text-20 font-semibold">{title}</h1>
            {chosen && (
              <p className="text-fg-2">
                {t.rich("many.chosen", {
                  ...chosen,
                  b: (count) => <span className="font-medium">{count}</span>,
                  whose: bdi,
                })}
              </p>
            )}
          </div>
          {chosen && (
            <nav aria-label={t(doing ? "many.others" : "many.acts")} className="flex flex-wrap gap-2">
              {others.map(({ words, href }) => (
                <ButtonLink key={href} href={href} size="small">
                  {words}
                </ButtonLink>
              ))}
              <ButtonLink href={download.href} size="small" download>
                {download.words}
              </ButtonLink>
            </nav>
          )}
          {children}
        </div>
      </main>
    </>
  );
}
