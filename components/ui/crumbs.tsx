import { useTranslations } from "next-intl";
import { Fragment } from "react";

type Props = { trail: { name: string; path: string }[]; here: string };

/** Where one is: the pages that lead here, as links, and the name of this one. */
export function Crumbs({ trail, here }: Props) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("whereYouAre")} className="crumbs">
      {trail.map(({ name, path }) => (
        <Fragment key={path}>
          <a href={path}>
            <bdi>{name}</bdi>
          </a>
          <span aria-hidden>/</span>
        </Fragment>
      ))}
      <bdi aria-current="page">{here}</bdi>
    </nav>
  );
}
