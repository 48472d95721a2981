import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { withQuery } from "@/components/ui/query";

type Props = { path: string; find?: string; isNarrowed: boolean; mayCreate: boolean };

/** An empty timeline: because of the filters, because it is new, or because nobody has invited one yet. */
export function NothingHere({ path, find, isNarrowed, mayCreate }: Props) {
  const t = useTranslations("timeline.nothing");
  if (isNarrowed)
    return (
      <Empty icon={<Icon name="find" />} title={find ? t("found", { find }) : t("filtered")}>
        <ButtonLink href={path}>{t("showAll")}</ButtonLink>
      </Empty>
    );
  const archived = <ButtonLink href={withQuery(path, { filter: "archived" })}>{t("archived")}</ButtonLink>;
  return (
    <Empty icon={<Icon name="timeline" />} title={t(mayCreate ? "new" : "uninvited")}>
      {archived}
    </Empty>
  );
}
