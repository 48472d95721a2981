import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type Props = { acts: (readonly [act: string, words: string])[]; download: { path: string; words: string } };

/** What can be done with the rows that are selected; shown while any is. */
export function ActsBar({ acts, download }: Props) {
  const t = useTranslations("contacts");
  return (
    <div role="toolbar" aria-label={t("withSelected")} className="contacts-acts">
      <span className="contacts-count text-fg-2">{t("selected")}</span>
      {acts.map(([act, words]) => (
        <Button key={act} type="submit" name="do" value={act} size="small">
          {words}
        </Button>
      ))}
      <Button type="submit" formAction={download.path} size="small">
        {download.words}
      </Button>
      <Button type="reset" variant="ghost" size="small">
        {t("clear")}
      </Button>
    </div>
  );
}
