import { useTranslations } from "next-intl";
import { OwnInvitation, type OwnOffer } from "@/components/sign-in/own-invitation";
import { FilterBar, type Seen } from "@/components/timeline/filter-bar";
import { NothingHere } from "@/components/timeline/nothing-here";
import { TimelineRow } from "@/components/timeline/timeline-row";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type Clock, dayHeading } from "@/components/ui/moment";
import { Pages } from "@/components/ui/pages";
import { withQuery } from "@/components/ui/query";
import type { TimelineItem } from "@/lib/domain/views";

type Props = {
  org: string;
  items: TimelineItem[];
  /** Open invitations to workspaces here that the person has not answered. */
  offers: OwnOffer[];
  /** Client groups to narrow the list to. */
  groups: { id: string; name: string }[];
  next: string | null;
  seen: Seen;
  mayCreate: boolean;
  clock: Clock;
};

/** Every workspace of the person, newest activity first, grouped by day. */
export function TimelineScreen({ org, items, offers, groups, next, seen, mayCreate, clock }: Props) {
  const t = useTranslations("timeline");
  const path = `/${org}/timeline`;
  const isNarrowed = Boolean(seen.find || seen.group) || seen.filter !== "all";
  const days = new Map<string, TimelineItem[]>();
  for (const item of items) {
    const day = dayHeading(item.activeAt, clock);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return (
    <>
      <header className="head">
        <h1 className="grow text-14 font-semibold">{t("title")}</h1>
        {mayCreate && (
          <ButtonLink href={`/${org}/w/new`} variant="primary">
            <Icon name="plus" />
            {t("newWorkspace")}
          </ButtonLink>
        )}
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <p role="status" data-arrivals className="sr-only" />
        <div className="timeline">
          {offers.length > 0 && (
            <section aria-labelledby="timeline-offers" className="grid max-w-[560px] gap-2 pb-4">
              <h2 id="timeline-offers" className="group-heading">
                {t("offers")}
              </h2>
              {offers.map((offer) => (
                <OwnInvitation key={offer.invitationId} offer={offer} />
              ))}
            </section>
          )}
          {(items.length > 0 || isNarrowed) && <FilterBar path={path} seen={seen} groups={groups} />}
          {items.length === 0 && offers.length === 0 && (
            <NothingHere path={path} find={seen.find} isNarrowed={isNarrowed} mayCreate={mayCreate} />
          )}
          {[...days].map(([day, list]) => (
            <section key={day} aria-label={day}>
              <h2 className="group-heading">{day}</h2>
              <ul className="timeline-list">
                {list.map((item) => (
                  <TimelineRow key={item.id} org={org} item={item} clock={clock} />
                ))}
              </ul>
            </section>
          ))}
          <Pages
            start={seen.after && withQuery(path, { ...seen, after: undefined })}
            next={next && withQuery(path, { ...seen, after: next })}
            isNewestFirst
            className="pt-6"
          />
        </div>
      </main>
    </>
  );
}
