import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import type { PersonKind } from "@/lib/domain/draft-details";
import type { Duplicate } from "@/lib/domain/duplicates";
import type { RoomWords } from "@/lib/words/room";

type Props = { org: string; kind: PersonKind; list: Duplicate[] };

/** Contacts that are, or may be, the person who is being added. Stands inside the step's form. */
export function DuplicateList({ org, kind, list }: Props) {
  const t = useTranslations("wizard");
  return (
    <ul className="grid gap-2">
      {list.map((one) => (
        <li key={one.id} className="duplicate">
          <span className="break">
            {t.rich(one.isDeactivated ? `exists.${one.kind}Gone` : `exists.${one.kind}`, {
              name: one.name,
              more: one.isSame ? "" : likely(one, t),
              b: (name) => <strong className="font-medium">{name}</strong>,
            })}
          </span>
          <ButtonLink
            size="small"
            href={`/${org}/contacts/${one.id}`}
            target="_blank"
            aria-label={t("openOne", { name: one.name })}
          >
            {t("open")}
          </ButtonLink>
          {one.kind === kind && !one.isDeactivated && (
            <Button type="submit" size="small" name="contact" value={one.id} formNoValidate>
              {t("useThis")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What tells people of one name apart. */
function likely({ company, addresses }: Duplicate, t: RoomWords<"wizard">): string {
  const [address] = addresses;
  return `${company ? t("ofCompany", { company }) : ""}${address ? ` (${address})` : ""}`;
}
