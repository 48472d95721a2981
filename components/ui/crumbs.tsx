import { useTranslations } from "next-intl";
import { Fragment } from "react";

type Props = {
  trail: { name: string; path: string }[];
  here: string;
  /** Where the page has no heading below. */
  isHeading?: boolean;
};

/** Where one is: the pages that lead here, as links, and the name of this one. */
export function Crumbs({ trail, here, isHeading }: Props) {
  const Here = isHeading ? "h1" : "bdi";
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("whereYouAre")} className="crumbs items-center">
      {trail.map(({ name, path }) => (
        <Fragment key={path}>
          <a href={path} className="pointer-coarse:py-3">
            <bdi>{name}</bdi>
          </a>
          <span aria-hidden>/</span>
        </Fragment>
      ))}
      <Here aria-current="page">{here}</Here>
    </nav>
  );
}
