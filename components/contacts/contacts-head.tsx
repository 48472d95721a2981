import { useTranslations } from "next-intl";
import { type MayAdd, NewMenu } from "@/components/contacts/new-menu";
import { type Counts, capped, listPath, type Seen } from "@/components/contacts/seen";

const tabs = ["clients", "internal", "groups", "teams"] as const;

type Props = { org: string; seen: Seen; counts: Counts; refusals: MayAdd };

/** The section's name, its tabs with how many there are of each, and "+". */
export function ContactsHead({ org, seen, counts, refusals }: Props) {
  const t = useTranslations("contacts");
  return (
    <header className="head">
      <h1 className="shrink-0 text-14 font-semibold">{t("contacts")}</h1>
      <nav aria-label={t("contacts")} className="segments contacts-tabs">
        {tabs.map((tab) => (
          <a key={tab} href={listPath(org, { tab })} aria-current={tab === seen.tab ? "true" : undefined}>
            <span>
              {t(`tab.${tab}`)} <span className="text-fg-3">{capped(counts[tab], t)}</span>
            </span>
          </a>
        ))}
      </nav>
      <NewMenu org={org} refusals={refusals} />
    </header>
  );
}
