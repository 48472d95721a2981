import { useTranslations } from "next-intl";
import { MergePage } from "@/components/contacts/merge-screen";
import { Empty } from "@/components/ui/empty";
import { Find } from "@/components/ui/find";
import { withQuery } from "@/components/ui/query";

type Choice = { id: string; name: string; facts: string };
type Props = { org: string; keep: { id: string; name: string }; find?: string; found: Choice[] };

/** Looks for the other contact: likely duplicates first, then whoever is searched for. */
export function MergeSearch({ org, keep, find, found }: Props) {
  const t = useTranslations("contacts");
  const path = `/${org}/contacts/merge`;
  return (
    <MergePage org={org}>
      <p className="text-fg-2">
        {t.rich("merge.which", { name: keep.name, b: (name) => <bdi className="font-medium">{name}</bdi> })}
      </p>
      <Find action={path} label={t("merge.find")} value={find} keep={{ keep: keep.id }} />
      {found.length === 0 && <Empty title={find ? t("merge.nobody", { find }) : t("merge.search")} />}
      <ul className="contact-list">
        {found.map(({ id, name, facts }) => (
          <li key={id}>
            <a href={withQuery(path, { keep: keep.id, drop: id })} className="link min-w-0">
              <bdi>{name}</bdi>
            </a>
            <span className="contact-end">{facts}</span>
          </li>
        ))}
      </ul>
    </MergePage>
  );
}
