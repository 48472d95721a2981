import { useTranslations } from "next-intl";
import { bdi } from "@/components/ui/bdi";
import { ButtonLink } from "@/components/ui/button";
import type { Face } from "@/lib/domain/views";

type Props = { org: string; name: string; through: Face[]; back: string };

/** Why somebody cannot be removed singly: they come with a group, and would leave with it. */
export function ThroughGroup({ org, name, through, back }: Props) {
  const t = useTranslations("members");
  const groups = through.map((group) => group.name).join(", ");
  return (
    <div className="person-remove">
      <p>{t.rich("member.hereThrough", { name, groups, b: bdi })}</p>
      <p className="flex flex-wrap gap-2">
        {through.map((group) => (
          <ButtonLink key={group.id} href={`/${org}/contacts/groups/${group.id}`}>
            {t("member.openGroup", { group: group.name })}
          </ButtonLink>
        ))}
        <ButtonLink href={back} data-still>
          {t("keep")}
        </ButtonLink>
      </p>
    </div>
  );
}
