import "@/components/contacts/contacts.css";
import "@/components/contacts/contacts-narrow.css";
import "./invitations.css";
import { useTranslations } from "next-intl";
import { TroubleStrip } from "@/components/delivery/trouble-strip";
import { InvitationFilters } from "@/components/invitation-list/invitation-filters";
import { InvitationSelection } from "@/components/invitation-list/invitation-selection";
import { InvitationTable } from "@/components/invitation-list/invitation-table";
import { isNarrowed, listPath, type Seen } from "@/components/invitation-list/seen";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import type { Clock } from "@/components/ui/moment";
import { Pages } from "@/components/ui/pages";
import type { Trouble } from "@/lib/domain/delivery-health";
import type { FilterChoices } from "@/lib/domain/invitation-list";
import type { ListedInvitation } from "@/lib/domain/invitation-views";

type Props = {
  org: { slug: string; name: string };
  seen: Seen;
  list: { rows: ListedInvitation[]; next: string | null; matches: number };
  choices: FilterChoices;
  /** What keeps messages from leaving. */
  troubles: Trouble[];
  clock: Clock;
};

/** Every invitation one may see: searched, narrowed, fifty at a time, with what can be done with many at once. */
export function InvitationsScreen({ org, seen, list, choices, troubles, clock }: Props) {
  const t = useTranslations("invitations");
  const { rows, next, matches } = list;
  const narrowed = isNarrowed(seen);
  return (
    <>
      <header className="head">
        <h1 className="shrink-0 text-14 font-semibold">{t("title")}</h1>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="contacts">
          <TroubleStrip troubles={troubles} clock={clock} />
          {(rows.length > 0 || narrowed) && (
            <InvitationFilters org={org.slug} seen={seen} choices={choices} />
          )}
          {rows.length === 0 && <Nothing org={org.slug} seen={seen} />}
          {rows.length > 0 && (
            <InvitationSelection org={org.slug} seen={seen} matches={matches}>
              <InvitationTable org={org} rows={rows} clock={clock} />
            </InvitationSelection>
          )}
          <Pages
            start={seen.after && listPath(org.slug, seen)}
            next={next && listPath(org.slug, seen, { after: next })}
            className="pt-6"
          />
        </div>
      </main>
    </>
  );
}

function Nothing({ org, seen }: { org: string; seen: Seen }) {
  const t = useTranslations("invitations.nothing");
  const common = useTranslations("ui");
  if (!isNarrowed(seen))
    return (
      <Empty icon={<Icon name="invite" />} title={t("none")}>
        <ButtonLink href={`/${org}/timeline`}>{t("timeline")}</ButtonLink>
      </Empty>
    );
  const { find } = seen;
  return (
    <Empty icon={<Icon name="find" />} title={find ? t("found", { find }) : t("filtered")}>
      {find ? (
        <ButtonLink href={listPath(org, seen, { find: undefined })}>{common("clearSearch")}</ButtonLink>
      ) : (
        <ButtonLink href={listPath(org, {})}>{t("clear")}</ButtonLink>
      )}
    </Empty>
  );
}
