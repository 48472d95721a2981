import { useTranslations } from "next-intl";
import type { MayAdd } from "@/components/contacts/new-menu";
import { isNarrowed, listPath, type Seen } from "@/components/contacts/seen";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { withQuery } from "@/components/ui/query";

const entries = {
  clients: ["client", "client"],
  internal: ["internalUser", "internal"],
  groups: ["clientGroup", "client-group"],
  teams: ["internalTeam", "internal-team"],
} as const;

type Props = { org: string; seen: Seen; refusals: MayAdd };

/** A list with nobody in it: because of the search, the filters, or because it is new. */
export function ContactsEmpty({ org, seen, refusals }: Props) {
  const t = useTranslations("contacts");
  const ui = useTranslations("ui");
  const { tab, find } = seen;
  const [label, path] = entries[tab];
  const isRefused = (tab === "internal" && refusals.internal) || (tab === "teams" && refusals.team);
  const add = `/${org}/contacts/new/${path}`;
  if (!isNarrowed(seen))
    return (
      <Empty icon={<Icon name="members" />} title={t(`empty.${tab}`)}>
        {!isRefused && (
          <ButtonLink href={add}>
            <Icon name="plus" />
            {ui(label)}
          </ButtonLink>
        )}
      </Empty>
    );
  return (
    <Empty icon={<Icon name="find" />} title={find ? t("empty.find", { find }) : t("empty.filters")}>
      <span className="flex max-w-full min-w-0 flex-wrap justify-center gap-2">
        {find ? (
          <ButtonLink href={listPath(org, seen, { find: undefined })}>{ui("clearSearch")}</ButtonLink>
        ) : (
          <ButtonLink href={listPath(org, { tab })}>{t("clearFilters")}</ButtonLink>
        )}
        {find && tab === "clients" && (
          <ButtonLink href={withQuery(add, { who: find })} className="max-w-full">
            <span className="truncate">{t("empty.add", { find })}</span>
          </ButtonLink>
        )}
      </span>
    </Empty>
  );
}
