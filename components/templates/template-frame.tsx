import "./templates.css";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Crumbs } from "@/components/ui/crumbs";
import { Words } from "@/components/ui/words";

type Props = {
  org: string;
  /** The pages between the list of templates and this one. */
  trail?: { name: string; path: string }[];
  here: string;
  acts?: ReactNode;
  /** People are searched for in it. */
  hasPeople?: boolean;
  children: ReactNode;
};

/** What every page about one template stands in. */
export function TemplateFrame({ org, trail = [], here, acts, hasPeople, children }: Props) {
  const t = useTranslations("templates");
  return (
    <Words of={hasPeople ? ["flow", "templates", "invite"] : ["flow", "templates"]}>
      <header className="head template-head">
        <Crumbs trail={[{ name: t("title"), path: `/${org}/templates` }, ...trail]} here={here} />
        {acts}
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        {children}
      </main>
    </Words>
  );
}
