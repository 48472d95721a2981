import "./contact.css";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ContactActions, ContactLife } from "@/components/contacts/contact-actions";
import { ContactForm } from "@/components/contacts/contact-form";
import { InvitationHistory, MessageHistory } from "@/components/contacts/contact-history";
import { ContactPlaces } from "@/components/contacts/contact-places";
import { ContactPortal } from "@/components/contacts/contact-portal";
import { ContactStateMark } from "@/components/contacts/contact-state";
import { Duplicates } from "@/components/contacts/duplicates";
import { Avatar } from "@/components/ui/avatar";
import { Crumbs } from "@/components/ui/crumbs";
import { type Clock, shortDay } from "@/components/ui/moment";
import { ActivityList } from "@/components/workspace/activity-list";
import { updateContactAction } from "@/lib/actions/contacts";
import type { Duplicate } from "@/lib/domain/duplicates";
import type { ContactHistory, ContactView } from "@/lib/domain/views";

export type ContactAt = {
  org: string;
  contact: ContactView & { history: ContactHistory };
  languages: { code: string; name: string }[];
  zones: string[];
  duplicates: Duplicate[];
  may: { deactivate: boolean; merge: boolean; addSelf: boolean };
  /** Why this person may not be invited by whoever looks. */
  inviteRefusal: string | null;
  /** The number of the act of inviting that the page offers. */
  command: string;
  clock: Clock;
  /** What was just done, if the page was reached by that. */
  note?: ReactNode;
};

const EDITABLE = ["name", "company", "email", "phone", "title", "language", "timeZone"] as const;

const shown = (contact: ContactView, field: (typeof EDITABLE)[number]): string => {
  return (field === "phone" ? contact.shownPhone : contact[field]) ?? "";
};

/** One contact: who it is, where they are, what was sent to them and what happened. */
export function ContactScreen(props: ContactAt) {
  const t = useTranslations("contacts");
  const { org, contact, clock, may } = props;
  const name = contact.name ?? contact.email ?? contact.shownPhone ?? "";
  const one = { id: contact.id, name, isDeactivated: contact.deactivatedAt !== null };
  const { history } = contact;
  return (
    <>
      <header className="head">
        <Crumbs
          trail={[
            contact.kind === "internal"
              ? { name: t("tab.internal"), path: `/${org}/contacts?tab=internal` }
              : { name: t("tab.clients"), path: `/${org}/contacts` },
          ]}
          here={name}
        />
        <ContactActions org={org} contact={one} />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="contact">
          {props.note}
          <div className="contact-who">
            <Avatar id={contact.id} name={name} />
            <div>
              <h1 className="text-20 font-semibold">
                <bdi>{name}</bdi>
              </h1>
              <Facts contact={contact} clock={clock} />
            </div>
            <ContactStateMark state={contact.state} of={{ name, href: "#invitation" }} />
            <Portal {...props} name={name} />
          </div>
          <ContactLife org={org} contact={one} may={may} />
          <Duplicates org={org} contact={contact.id} list={props.duplicates} mayMerge={may.merge} />
          <Details {...props} />
          <ContactPlaces org={org} contact={contact} mayAddSelf={may.addSelf} />
          <section aria-labelledby="contact-invitations">
            <h2 id="contact-invitations" className="group-heading">
              {t("page.invitations")}
            </h2>
            <InvitationHistory list={history.invitations} clock={clock} />
          </section>
          <section aria-labelledby="contact-messages">
            <h2 id="contact-messages" className="group-heading">
              {t("page.messages")}
            </h2>
            <MessageHistory
              list={history.messages}
              clock={clock}
              changeable={contact.mayEdit ? [contact.email, contact.shownPhone] : []}
            />
          </section>
          <ActivityList items={history.activity} clock={clock} />
        </div>
      </main>
    </>
  );
}

function Facts({ contact, clock }: Pick<ContactAt, "contact" | "clock">) {
  const t = useTranslations("contacts");
  const ui = useTranslations("ui");
  const { kind, isAdmin, addedAt, joinedAt } = contact;
  const facts = [
    kind === "client" ? ui("client") : isAdmin ? t("page.admin") : ui("internalUser"),
    t("page.added", { day: shortDay(addedAt, clock) }),
    joinedAt && t("page.joined", { day: shortDay(joinedAt, clock) }),
  ];
  return <p className="text-fg-2">{facts.filter(Boolean).join(" · ")}</p>;
}

/** Only for who has not joined and may be written to; sending again what is open is for everybody, inviting not. */
function Portal({ org, contact, command, name, inviteRefusal }: ContactAt & { name: string }) {
  if (contact.joinedAt || contact.deactivatedAt || contact.state === "bounced") return null;
  const { invitations } = contact.history;
  const newest = invitations.find(({ workspace }) => workspace === null);
  const isOpen =
    newest?.status === "pending" ||
    newest?.status === "expired" ||
    invitations.some((one) => one.isHere && one.status === "pending" && !one.isExpired);
  return (
    <div id="invitation" className="contact-portal">
      {inviteRefusal && !isOpen ? (
        <p className="hint">{inviteRefusal}</p>
      ) : (
        <ContactPortal org={org} contact={{ id: contact.id, name }} command={command} isOpen={isOpen} />
      )}
    </div>
  );
}

function Details({ org, contact, languages, zones, clock }: ContactAt) {
  const t = useTranslations("contacts");
  const locked = (["email", "phone"] as const).filter((field) =>
    contact.lockedAddresses.includes(contact[field] ?? ""),
  );
  const fields = Object.fromEntries(EDITABLE.map((field) => [field, shown(contact, field)]));
  return (
    <section aria-labelledby="contact-details">
      <h2 id="contact-details" className="group-heading">
        {t("page.details")}
      </h2>
      {contact.mayEdit ? (
        <ContactForm
          save={updateContactAction.bind(null, { org })}
          contact={{ id: contact.id, fields, locked, hasJoined: contact.joinedAt !== null }}
          languages={languages}
          zones={zones}
          ownZone={clock.timeZone}
        />
      ) : (
        <>
          <dl className="contact-form">
            {EDITABLE.map((field) => (
              <div key={field}>
                <dt className="label">{t(`column.${field}`)}</dt>
                <dd>
                  {languages.find(({ code }) => code === fields[field])?.name ?? (fields[field] || "—")}
                </dd>
              </div>
            ))}
          </dl>
          <p className="hint">{t("form.onlyThey")}</p>
        </>
      )}
    </section>
  );
}
