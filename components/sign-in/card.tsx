import { useLocale } from "next-intl";
import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode; foot?: ReactNode };

/** The one column of the pages before an organization: a title, one thing to do, a quiet foot. The `html` element outlives the way from here into the portal, so it says its language itself. */
export function Card({ title, children, foot }: Props) {
  return (
    <main
      lang={useLocale()}
      className="mx-auto grid min-h-dvh w-full max-w-[26rem] content-start gap-4 px-4 py-[max(2rem,12vh)]"
    >
      <p className="text-center text-14 font-medium text-fg-2">Foyer</p>
      <div className="grid gap-5 rounded-14 border border-line bg-surface p-5 sm:p-7">
        <h1 className="text-24 font-semibold wrap-anywhere">{title}</h1>
        {children}
      </div>
      {foot && <div className="grid gap-2 text-center text-13 text-fg-2">{foot}</div>}
    </main>
  );
}
