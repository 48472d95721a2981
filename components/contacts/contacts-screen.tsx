import "./tick.css";
import "./contacts.css";
import "./contacts-narrow.css";
import { useTranslations } from "next-intl";
import { ContactFilters } from "@/components/contacts/contact-filters";
import { ContactTable } from "@/components/contacts/contact-table";
import { ContactsEmpty } from "@/components/contacts/contacts-empty";
import { ContactsHead } from "@/components/contacts/contacts-head";
import { GroupTable } from "@/components/contacts/group-table";
import type { MayAdd } from "@/components/contacts/new-menu";
import { type Counts, isNarrowed, listPath, RESEND_FORM, type Seen } from "@/components/contacts/seen";
import { Selection } from "@/components/contacts/selection";
import { TroubleStrip } from "@/components/delivery/trouble-strip";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { boundAt } from "@/components/ui/bound-at";
import type { Clock } from "@/components/ui/moment";
import { Pages } from "@/components/ui/pages";
import { resendFromListAction } from "@/lib/actions/contacts";
import type { Trouble } from "@/lib/domain/delivery-health";
import type { ContactRow, GroupRow } from "@/lib/domain/views";

type Props = {
  org: string;
  seen: Seen;
  counts: Counts;
  list:
    | { of: "people"; rows: ContactRow[]; next: string | null; matches: number }
    | { of: "groups"; rows: GroupRow[]; next: string | null };
  /** Groups that people can be narrowed to. */
  groups: { id: string; name: string }[];
  /** What keeps messages from leaving. */
  troubles: Trouble[];
  refusals: MayAdd;
  isAdmin: boolean;
  /** How many wait to become internal users by the organization's link; null: it is not theirs to manage, or not here. */
  waiting: number | null;
  /** The group that was deleted just now. */
  deleted: string | null;
  clock: Clock;
};

/** The Contacts section: a tab of people or groups, searched, narrowed, sorted, fifty at a time. */
export function ContactsScreen(props: Props) {
  const t = useTranslations("contacts");
  const { org, seen, list, groups, troubles, isAdmin, waiting, clock } = props;
  return (
    <>
      <ContactsHead {...props} />
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="contacts">
          {props.deleted && (
            <p role="status" className="note mb-3">
              {t.rich("deleted", { name: props.deleted, b: bdi })}
            </p>
          )}
          <TroubleStrip troubles={troubles} clock={clock} />
          {(list.rows.length > 0 || isNarrowed(seen)) && (
            <ContactFilters org={org} seen={seen} groups={groups} isPeople={list.of === "people"} />
          )}
          {waiting !== null && (
            <p className="contacts-all flex gap-4">
              <a href={`/${org}/contacts/internal-link`} className="link">
                {t("inviteLink")}
              </a>
              {waiting > 0 && (
                <a href={`/${org}/contacts/requests`} className="link">
                  {t("requests", { count: waiting })}
                </a>
              )}
            </p>
          )}
          {list.rows.length === 0 && <ContactsEmpty {...props} />}
          {list.of === "people" && list.rows.length > 0 && (
            <Selection org={org} seen={seen} matches={list.matches} isAdmin={isAdmin}>
              <ContactTable org={org} seen={seen} rows={list.rows} clock={clock} />
            </Selection>
          )}
          {list.of === "people" && (
            <ActionForm
              id={RESEND_FORM}
              action={boundAt(resendFromListAction, { org })}
              className="contacts-resent"
            >
              {null}
            </ActionForm>
          )}
          {list.of === "groups" && list.rows.length > 0 && (
            <GroupTable org={org} seen={seen} rows={list.rows} />
          )}
          <Pages
            start={seen.after && listPath(org, seen)}
            next={list.next && listPath(org, seen, { after: list.next })}
            className="pt-6"
          />
        </div>
      </main>
    </>
  );
}
