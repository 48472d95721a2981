import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import type { Duplicate } from "@/lib/domain/duplicates";

type Props = { org: string; contact: string; list: Duplicate[]; mayMerge: boolean };

/** Contacts that may be the same person; nothing when there are none. */
export function Duplicates({ org, contact, list, mayMerge }: Props) {
  const t = useTranslations("contacts");
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="contact-duplicates" className="note note-warning">
      <h2 id="contact-duplicates" className="font-medium">
        {t("duplicates.title")}
      </h2>
      <ul className="contact-list">
        {list.map(({ id, name, addresses, company, isDeactivated }) => (
          <li key={id}>
            <span className="min-w-0">
              <bdi className="font-medium">{name}</bdi>
              <span className="break block text-12">
                {[company, ...addresses, isDeactivated && t("state.deactivated")].filter(Boolean).join(" · ")}
              </span>
            </span>
            <span className="flex flex-none gap-2">
              <ButtonLink
                href={`/${org}/contacts/${id}`}
                size="small"
                aria-label={t("duplicates.openOne", { name, address: addresses[0] ?? "" })}
              >
                {t("duplicates.open")}
              </ButtonLink>
              {mayMerge && (
                <ButtonLink
                  href={withQuery(`/${org}/contacts/merge`, { keep: contact, drop: id })}
                  size="small"
                  aria-label={t("duplicates.mergeWith", { name, address: addresses[0] ?? "" })}
                >
                  {t("act.merge")}
                </ButtonLink>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
