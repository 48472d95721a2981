import "./templates.css";
import { Fragment, type ReactNode } from "react";

type Props = {
  org: string;
  crumbs: { name: string; path?: string }[];
  acts?: ReactNode;
  children: ReactNode;
};

/** What every page about one template stands in. */
export function TemplateFrame({ org, crumbs, acts, children }: Props) {
  return (
    <>
      <header className="head template-head">
        <nav aria-label="Where you are" className="crumbs">
          <a href={`/${org}/templates`} className="shrink-0">
            Templates
          </a>
          {crumbs.map(({ name, path }) => (
            <Fragment key={name}>
              <span aria-hidden>/</span>
              {path ? (
                <a href={path} className="truncate">
                  <bdi>{name}</bdi>
                </a>
              ) : (
                <bdi aria-current="page">{name}</bdi>
              )}
            </Fragment>
          ))}
        </nav>
        {acts}
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        {children}
      </main>
    </>
  );
}
