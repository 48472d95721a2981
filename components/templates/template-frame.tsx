import "./templates.css";
import type { ReactNode } from "react";
import { Crumbs } from "@/components/ui/crumbs";

type Props = {
  org: string;
  /** The pages between the list of templates and this one. */
  trail?: { name: string; path: string }[];
  here: string;
  acts?: ReactNode;
  children: ReactNode;
};

/** What every page about one template stands in. */
export function TemplateFrame({ org, trail = [], here, acts, children }: Props) {
  return (
    <>
      <header className="head template-head">
        <Crumbs trail={[{ name: "Templates", path: `/${org}/templates` }, ...trail]} here={here} />
        {acts}
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        {children}
      </main>
    </>
  );
}
